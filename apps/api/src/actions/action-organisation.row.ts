import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** An organisation that contributes to an action beside the accountable one. */
@Entity('action_organisation')
export class ActionOrganisationRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('uuid') organisationId: string;
}
