import type { Naming, RoomState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('room')
export class RoomRow extends EditableRow {
  @Column('uuid') summitId: string;
  @Column('text') code: string;
  @Column('text', { default: 'open' }) state: RoomState;
  @Column('text') names: Naming;
  @Column('boolean', { default: true }) takesQuestions: boolean;
  @Column('boolean', { default: true }) checksQuestions: boolean;
  @Column('uuid', { nullable: true }) shownQuestionId: string | null;
  @Column('uuid', { nullable: true }) shownPollId: string | null;
  @Column('timestamptz', { default: () => 'now()' }) openedAt: Date;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}
