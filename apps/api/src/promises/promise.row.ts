import type { AskedState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** PostgreSQL says decimals as text; pounds and pence fit a number. */
const pounds = { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) };

@Entity('promise')
export class PromiseRow extends EditableRow {
  @Column('uuid') organisationId: string;
  @Column('uuid', { nullable: true }) planId: string | null;
  @Column('integer', { nullable: true }) minutes: number | null;
  @Column('numeric', { precision: 10, scale: 2, nullable: true, transformer: pounds }) money: number | null;
  @Column('numeric', { precision: 10, scale: 2, nullable: true, transformer: pounds }) moneyConfirmed: number | null;
  @Column('uuid', { nullable: true }) sponsorPersonId: string | null;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) toOn: string | null;
  @Column('text', { default: 'requested' }) state: AskedState;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) requestedBy: string | null;
  @Column('date', { default: () => 'today()' }) requestedOn: string;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
