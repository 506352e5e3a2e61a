import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A finding that an outcome is about. */
@Entity('outcome_finding')
export class OutcomeFindingRow extends TenantRow {
  @Column('uuid') outcomeId: string;
  @Column('uuid') findingId: string;
}
