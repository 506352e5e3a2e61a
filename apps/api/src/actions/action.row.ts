import type { ClosureState, Disposition, EvidenceType, Horizon, MarkedNarrative, Priority, Status } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** PostgreSQL says decimals as text, so that none is lost; days have one place and fit a number. */
const decimal = { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) };

@Entity('action')
export class ActionRow extends EditableRow {
  @Column('uuid') planId: string;
  @Column('text') ref: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text', { default: 'medium' }) horizon: Horizon;
  @Column('text', { nullable: true }) priority: Priority | null;
  @Column('text', { nullable: true }) theme: string | null;
  @Column('uuid', { nullable: true }) ownerId: string | null;
  @Column('uuid', { nullable: true }) accountablePersonId: string | null;
  @Column('uuid', { nullable: true }) accountableOrganisationId: string | null;
  @Column('date', { nullable: true }) startOn: string | null;
  @Column('date', { nullable: true }) baselineDueOn: string | null;
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column('text', { nullable: true }) startText: string | null;
  @Column('text', { nullable: true }) dueText: string | null;
  @Column('boolean', { default: false }) dueTextKept: boolean;
  @Column('text', { nullable: true }) successMeasure: string | null;
  @Column('text', { nullable: true }) evidenceKind: EvidenceType | null;
  @Column('text', { nullable: true }) resources: string | null;
  @Column('text', { nullable: true }) risks: string | null;
  @Column('text', { nullable: true }) nextSteps: string | null;
  @Column('numeric', { precision: 7, scale: 1, nullable: true, transformer: decimal }) daysNeeded: number | null;
  @Column('text', { array: true, default: '{}' }) restricted: MarkedNarrative[];
  @Column('text', { default: 'not_started' }) status: Status;
  @Column('date', { default: () => 'today()' }) statusOn: string;
  @Column('text', { nullable: true }) closureState: ClosureState | null;
  @Column('text', { nullable: true }) disposition: Disposition | null;
  @Column('date', { nullable: true }) closedOn: string | null;
  @Column('boolean', { default: false }) noProgramme: boolean;
  @Column('uuid', { nullable: true }) lastUpdateId: string | null;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('date', { default: () => 'today()' }) createdOn: string;
  @Column('date', { default: () => 'today()' }) ownedSince: string;
}
