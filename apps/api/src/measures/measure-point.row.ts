import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';
import { figure } from './measure.row';

/** A figure for a day, or the correction of one. Append-only. */
@Entity('measure_point')
export class MeasurePointRow extends TenantRow {
  @Column('uuid') measureId: string;
  @Column('date') onDay: string;
  @Column('numeric', { precision: 14, scale: 4, nullable: true, transformer: figure }) value: number | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) addedBy: string | null;
  @Column('date', { default: () => 'today()' }) addedOn: string;
}
