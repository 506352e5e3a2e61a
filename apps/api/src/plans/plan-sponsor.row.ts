import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** Who stands behind the plan in one organisation. */
@Entity('plan_sponsor')
export class PlanSponsorRow extends TenantRow {
  @Column('uuid') planId: string;
  @Column('uuid') organisationId: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text', { nullable: true }) role: string | null;
}
