import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** An action's origin: the outcome it was made of. */
@Entity('action_outcome')
export class ActionOutcomeRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('uuid') outcomeId: string;
}
