import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** One step of the chain; `position` counts from 1 without gaps. */
@Entity('why')
export class WhyRow extends EditableRow {
  @Column('uuid') diagnosisId: string;
  @Column('integer') position: number;
  @Column('text') text: string;
}
