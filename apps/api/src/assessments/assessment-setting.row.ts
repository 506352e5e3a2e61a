import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** PostgreSQL says decimals as text; a rhythm has one place and fits a number. */
const decimal = { to: (value: number) => value, from: Number };

/** One row a locality, made with it by trigger. */
@Entity('assessment_setting')
export class AssessmentSettingRow extends EditableRow {
  @Column('integer', { default: 0 }) graceDays: number;
  @Column('integer', { default: 28 }) alarmDays: number;
  @Column('numeric', { precision: 3, scale: 1, default: 1.5, transformer: decimal }) silentRhythms: number;
  @Column('integer', { default: 2 }) movesTooMany: number;
  @Column('integer', { default: 3 }) sameWordsReports: number;
  @Column('integer', { default: 14 }) beginDays: number;
  @Column('integer', { default: 90 }) resourceDays: number;
  @Column('integer', { default: 35 }) overrideDays: number;
  @Column('integer', { default: 5 }) allWellFrom: number;
}
