import type { ClockEntryKind } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** Append-only: another date for a step, or the day it was done. The latest of a kind counts. */
@Entity('clock_entry')
export class ClockEntryRow extends TenantRow {
  @Column('uuid') reviewId: string;
  @Column('text') step: string;
  @Column('text') kind: ClockEntryKind;
  @Column('date', { nullable: true }) on: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) saidBy: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) saidAt: Date;
}
