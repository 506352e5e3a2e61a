import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** Somebody who is asked to look at a thread or an answer in it. Only `seenAt` ever changes, once, by that person. */
@Entity('mention')
export class MentionRow extends EditableRow {
  @Column('uuid') threadId: string;
  @Column('uuid', { nullable: true }) answerId: string | null;
  @Column('uuid') personId: string;
  @Column('uuid', { default: () => 'current_person()' }) mentionedBy: string;
  @Column('timestamptz', { default: () => 'now()' }) mentionedAt: Date;
  @Column('timestamptz', { nullable: true }) seenAt: Date | null;
}
