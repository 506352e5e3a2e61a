import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A criterion of the review's framework that a finding speaks to. */
@Entity('finding_criterion')
export class FindingCriterionRow extends TenantRow {
  @Column('uuid') findingId: string;
  @Column('uuid') criterionId: string;
}
