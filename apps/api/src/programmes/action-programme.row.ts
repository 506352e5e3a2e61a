import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A running programme that an action is part of. */
@Entity('action_programme')
export class ActionProgrammeRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('uuid') programmeId: string;
}
