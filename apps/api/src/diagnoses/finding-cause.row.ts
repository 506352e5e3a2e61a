import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A cause of a finding. */
@Entity('finding_cause')
export class FindingCauseRow extends TenantRow {
  @Column('uuid') findingId: string;
  @Column('uuid') causeId: string;
}
