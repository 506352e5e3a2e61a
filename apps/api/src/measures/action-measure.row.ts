import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** A measure by which an action is judged. */
@Entity('action_measure')
export class ActionMeasureRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('uuid') measureId: string;
}
