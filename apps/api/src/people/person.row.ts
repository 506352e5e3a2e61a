import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('person')
export class PersonRow extends EditableRow {
  @Column('text') name: string;
  @Column('text', { nullable: true }) jobTitle: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) profession: string | null;
  @Column('date', { nullable: true }) expectedOn: string | null;
  @Column('date', { nullable: true }) fundedUntil: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
