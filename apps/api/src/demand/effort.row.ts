import type { EffortPurpose, EffortShape } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** A line of work. The database keeps the action's days needed as the likely sum of its lines to deliver. */
@Entity('effort')
export class EffortRow extends EditableRow {
  @Column('uuid') actionId: string;
  @Column('uuid', { nullable: true }) milestoneId: string | null;
  @Column('uuid', { nullable: true }) skillId: string | null;
  @Column('integer', { nullable: true }) level: number | null;
  @Column('text', { default: 'deliver' }) purpose: EffortPurpose;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('integer') lowMinutes: number;
  @Column('integer') likelyMinutes: number;
  @Column('integer') highMinutes: number;
  @Column('text', { default: 'even' }) shape: EffortShape;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
