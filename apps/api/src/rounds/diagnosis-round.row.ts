import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** One a finding that is not cancelled. Whether it is revealed is also a matter of the day: see `kernel.is_revealed`. */
@Entity('diagnosis_round')
export class DiagnosisRoundRow extends EditableRow {
  @Column('uuid') findingId: string;
  @Column('date') closesOn: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) openedAt: Date;
  @Column('timestamptz', { nullable: true }) revealedAt: Date | null;
  @Column('timestamptz', { nullable: true }) cancelledAt: Date | null;
  @Column('uuid', { nullable: true }) cancelledBy: string | null;
  @Column('text', { nullable: true }) cancelledBecause: string | null;
}
