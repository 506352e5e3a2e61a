import type { Rhythm } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('reporting_cadence')
export class ReportingCadenceRow extends EditableRow {
  @Column('uuid') planId: string;
  @Column('text') every: Rhythm;
  @Column('uuid', { nullable: true }) boardId: string | null;
  @Column('date') startsOn: string;
  @Column('integer') clearDays: number;
  @Column('integer') publishAfter: number;
  @Column('integer') freezeBefore: number;
  @Column('integer') dueBefore: number;
  @Column('integer') openBefore: number;
  @Column('integer') grace: number;
}
