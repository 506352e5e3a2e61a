import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('working_pattern')
export class WorkingPatternRow extends EditableRow {
  @Column('uuid') personId: string;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) toOn: string | null;
  @Column('integer', { array: true }) minutes: number[];
  @Column('integer', { default: 450 }) fullTimeMinutes: number;
}
