import type { DaysAnswer } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** What somebody says of one of their weeks. */
@Entity('days_check')
export class DaysCheckRow extends EditableRow {
  @Column('uuid') personId: string;
  @Column('date') week: string;
  @Column('integer') plannedMinutes: number;
  @Column('text') answer: DaysAnswer;
  @Column('integer', { nullable: true }) minutes: number | null;
}
