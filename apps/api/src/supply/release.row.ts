import type { AskedState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

@Entity('release')
export class ReleaseRow extends EditableRow {
  @Column('uuid') personId: string;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) toOn: string | null;
  @Column('integer') percent: number;
  @Column('text', { default: 'requested' }) state: AskedState;
  @Column('date', { nullable: true }) fundedUntil: string | null;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) requestedBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) requestedAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
