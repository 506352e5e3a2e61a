import type { DiagnosisState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** One a finding. While it is agreed, a trigger keeps it as it was agreed. */
@Entity('diagnosis')
export class DiagnosisRow extends EditableRow {
  @Column('uuid') findingId: string;
  @Column('text') symptom: string;
  @Column('text', { nullable: true }) agreedText: string | null;
  @Column('uuid', { nullable: true }) rootCauseId: string | null;
  @Column('boolean', { default: false }) deepRooted: boolean;
  @Column('text', { default: 'open' }) state: DiagnosisState;
  @Column('date', { nullable: true }) agreedOn: string | null;
}
