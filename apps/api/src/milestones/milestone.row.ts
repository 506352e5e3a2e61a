import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** A point on the way of an action. The database fixes the baseline and refuses a date that moves without a recorded move. */
@Entity('milestone')
export class MilestoneRow extends EditableRow {
  @Column('uuid') actionId: string;
  @Column('text') title: string;
  @Column('date') baselineOn: string;
  @Column('date') dueOn: string;
  @Column('date', { nullable: true }) doneOn: string | null;
  @Column('integer') position: number;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
