import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** One row a locality, once it has said how a year goes there. Whole days. */
@Entity('productive_time')
export class ProductiveTimeRow extends EditableRow {
  @Column('integer') usualLeave: number;
  @Column('integer') training: number;
  @Column('integer') administration: number;
  @Column('integer') sickness: number;
  @Column('integer') buffer: number;
}
