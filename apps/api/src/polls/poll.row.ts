import type { PollKind, PollState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('poll')
export class PollRow extends EditableRow {
  @Column('uuid') roomId: string;
  @Column('text') question: string;
  @Column('text') kind: PollKind;
  @Column('text', { array: true, default: '{}' }) options: string[];
  @Column('integer', { nullable: true }) most: number | null;
  @Column('boolean', { default: false }) isSecret: boolean;
  @Column('boolean', { default: false }) showsLive: boolean;
  @Column('text', { default: 'draft' }) state: PollState;
  @Column('integer', { array: true, nullable: true }) result: number[] | null;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}
