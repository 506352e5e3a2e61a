import type { InviteeAnswer } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** Somebody asked to a summit, and what the last mail told them. */
@Entity('invitee')
export class InviteeRow extends EditableRow {
  @Column('uuid') summitId: string;
  @Column('uuid') personId: string;
  @Column('text', { nullable: true }) answer: InviteeAnswer | null;
  @Column('text', { nullable: true }) told: string | null;
  @Column('timestamptz', { nullable: true }) toldAt: Date | null;
  @Column('integer', { default: 0 }) sequence: number;
}
