import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** Append-only: the latest for a criterion and part counts, and null takes it back. */
@Entity('criterion_score')
export class CriterionScoreRow extends TenantRow {
  @Column('uuid') reviewId: string;
  @Column('uuid') frameworkId: string;
  @Column('uuid') criterionId: string;
  @Column('text', { nullable: true }) part: string | null;
  @Column('integer', { nullable: true }) score: number | null;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) givenBy: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) givenAt: Date;
}
