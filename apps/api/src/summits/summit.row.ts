import type { SummitState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('summit')
export class SummitRow extends EditableRow {
  @Column('text') title: string;
  @Column('date') heldOn: string;
  @Column('text', { nullable: true }) startsAt: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { nullable: true }) purpose: string | null;
  @Column('text', { default: 'draft' }) state: SummitState;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
}
