import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** Append-only: what a locked quotation should have been. */
@Entity('quotation_correction')
export class QuotationCorrectionRow extends TenantRow {
  @Column('uuid') findingId: string;
  @Column('text') quotation: string;
  @Column('text', { nullable: true }) page: string | null;
  @Column('text') reason: string;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) correctedBy: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) correctedAt: Date;
}
