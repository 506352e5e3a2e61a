import type { CycleState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('reporting_cycle')
export class ReportingCycleRow extends EditableRow {
  @Column('uuid') planId: string;
  @Column('integer', { nullable: true }) number: number | null;
  @Column('text') name: string;
  @Column('date') periodFrom: string;
  @Column('date') periodTo: string;
  @Column('date') opensOn: string;
  @Column('date') dueOn: string;
  @Column('date') escalatesOn: string;
  @Column('date') freezesOn: string;
  @Column('date') publishesOn: string;
  @Column('uuid', { nullable: true }) boardId: string | null;
  @Column('uuid', { nullable: true }) boardMeetingId: string | null;
  @Column('date', { nullable: true }) meetsOn: string | null;
  @Column('boolean', { default: false }) adjusted: boolean;
  @Column('text', { default: 'planned' }) state: CycleState;
  @Column('timestamptz', { nullable: true }) countsFrom: Date | null;
  @Column('integer', { default: 0 }) edition: number;
  @Column('timestamptz', { nullable: true }) frozenAt: Date | null;
  @Column('uuid', { nullable: true }) frozenBy: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column('uuid', { nullable: true }) comparesToId: string | null;
  @Column('text', { nullable: true }) digest: string | null;
}
