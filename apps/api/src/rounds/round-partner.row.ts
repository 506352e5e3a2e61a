import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** An organisation that is asked for its view. */
@Entity('round_partner')
export class RoundPartnerRow extends TenantRow {
  @Column('uuid') roundId: string;
  @Column('uuid') organisationId: string;
}
