import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A finding that an action answers. */
@Entity('action_finding')
export class ActionFindingRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('uuid') findingId: string;
  @Column('text', { nullable: true }) note: string | null;
  /** Linked while a round on the finding waited for an agreed diagnosis; by trigger, with the reason that the deed gave. */
  @Column('boolean', { default: false }) isEarly: boolean;
  @Column('text', { nullable: true }) earlyReason: string | null;
}
