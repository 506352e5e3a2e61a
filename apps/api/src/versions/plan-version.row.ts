import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A plan as a board approved it. Its parts are written in one statement, beside it. */
@Entity('plan_version')
export class PlanVersionRow extends TenantRow {
  @Column('uuid') planId: string;
  @Column('integer') number: number;
  @Column('uuid') boardId: string;
  @Column('text') board: string;
  @Column('date') approvedOn: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) recordedBy: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) recordedAt: Date;
}
