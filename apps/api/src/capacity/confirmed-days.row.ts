import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('confirmed_days')
export class ConfirmedDaysRow extends EditableRow {
  @Column('uuid') organisationId: string;
  /** The first of the month. */
  @Column('date') month: string;
  /** Text, as PostgreSQL writes a numeric. */
  @Column('numeric', { precision: 7, scale: 1 }) days: string;
}
