import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** An organisation that agreed to an outcome. */
@Entity('outcome_organisation')
export class OutcomeOrganisationRow extends TenantRow {
  @Column('uuid') outcomeId: string;
  @Column('uuid') organisationId: string;
}
