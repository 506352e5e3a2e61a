import type { Confidence, Status } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** Append-only. Rows of this class are written by imports; a person's report is one statement of `updates.sql`. */
@Entity('status_update')
export class StatusUpdateRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('text') status: Status;
  @Column('date', { default: () => 'today()' }) asOf: string;
  @Column('text', { nullable: true }) narrative: string | null;
  @Column('text', { nullable: true }) pathToGreen: string | null;
  @Column('date', { nullable: true }) forecastOn: string | null;
  @Column('uuid', { nullable: true }) decisionId: string | null;
  @Column('text', { nullable: true }) evidence: string | null;
  @Column('text', { nullable: true }) deliveryConfidence: Confidence | null;
  @Column('text', { nullable: true }) outcomeConfidence: Confidence | null;
  /** Person-days since the last update, and a new estimate of what is left. Text, as PostgreSQL writes a numeric. */
  @Column('numeric', { precision: 7, scale: 1, nullable: true }) daysSpent: string | null;
  @Column('numeric', { precision: 7, scale: 1, nullable: true }) daysLeft: string | null;
  @Column('boolean', { default: false }) restricted: boolean;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) reportedBy: string | null;
  @Column('uuid', { nullable: true }) onBehalfOf: string | null;
  @Column('timestamptz', { default: () => 'now()' }) reportedAt: Date;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
