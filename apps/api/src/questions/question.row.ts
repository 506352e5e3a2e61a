import type { QuestionState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('question')
export class QuestionRow extends EditableRow {
  @Column('uuid') roomId: string;
  @Column('text') text: string;
  @Column('text') state: QuestionState;
  @Column('text', { nullable: true }) askedBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) askedAt: Date;
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
}
