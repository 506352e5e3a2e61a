import type { ThreadKind, ThreadState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** Only `state` ever changes: the API's role has no right to change what was said. */
@Entity('thread')
export class ThreadRow extends EditableRow {
  @Column('uuid', { nullable: true }) actionId: string | null;
  @Column('uuid', { nullable: true }) findingId: string | null;
  @Column('text') kind: ThreadKind;
  @Column('text') text: string;
  @Column('date', { nullable: true }) respondBy: string | null;
  @Column('text', { default: 'open' }) state: ThreadState;
  @Column('uuid', { default: () => 'current_person()' }) raisedBy: string;
  @Column('timestamptz', { default: () => 'now()' }) raisedAt: Date;
}
