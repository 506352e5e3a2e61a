import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('plan')
export class PlanRow extends EditableRow {
  @Column('text') title: string;
  @Column('text', { nullable: true }) aim: string | null;
  @Column('date', { nullable: true }) closedOn: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
