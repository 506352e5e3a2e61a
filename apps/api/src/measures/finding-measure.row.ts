import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A measure that shows what a finding speaks of. */
@Entity('finding_measure')
export class FindingMeasureRow extends TenantRow {
  @Column('uuid') findingId: string;
  @Column('uuid') measureId: string;
}
