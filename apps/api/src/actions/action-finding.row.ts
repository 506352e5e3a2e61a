import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A finding that an action answers. */
@Entity('action_finding')
export class ActionFindingRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('uuid') findingId: string;
  @Column('text', { nullable: true }) note: string | null;
}
