import type { SlipReason } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

/** One move of a due date, the action's own or a milestone's. The database refuses a date that moves without one in the same transaction. */
@Entity('due_move')
export class DueMoveRow extends TenantRow {
  @Column('uuid') actionId: string;
  @Column('uuid', { nullable: true }) milestoneId: string | null;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) toOn: string | null;
  @Column('text') reason: SlipReason;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') agreedBy: string;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) movedBy: string | null;
  @Column('date', { default: () => 'today()' }) movedOn: string;
  @Column('uuid', { nullable: true }) importId: string | null;
}
