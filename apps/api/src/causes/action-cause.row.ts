import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A cause that an action answers. */
@Entity('action_cause')
export class ActionCauseRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('uuid') causeId: string;
}
