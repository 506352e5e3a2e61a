import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** `deeperId`: the cause behind this one; a trigger refuses a ring. */
@Entity('cause')
export class CauseRow extends EditableRow {
  @Column('text') text: string;
  @Column('uuid', { nullable: true }) deeperId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
