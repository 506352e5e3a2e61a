import type { AskedState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** A person's part of a line. The database lets nobody confirm it but their own organisation. */
@Entity('assignment')
export class AssignmentRow extends EditableRow {
  @Column('uuid') effortId: string;
  @Column('uuid') personId: string;
  @Column('integer') minutes: number;
  @Column('text', { default: 'requested' }) state: AskedState;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) requestedBy: string | null;
  @Column('date', { default: () => 'today()' }) requestedOn: string;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
