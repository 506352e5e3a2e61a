import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** Append-only: a freeze that was undone, and why. */
@Entity('cycle_reopening')
export class CycleReopeningRow extends TenantRow {
  @Column('uuid') cycleId: string;
  @Column('integer') edition: number;
  @Column('text') reason: string;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) reopenedBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) reopenedAt: Date;
  @Column('timestamptz') frozenAt: Date;
  @Column('uuid', { nullable: true }) frozenBy: string | null;
}
