import type { ScenarioKind } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRow } from '../database/tenant-row';

const whole = { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) };

/** A change, and what it saw of the plan when it was made. Said while its scenario is a draft, by trigger. */
@Entity('scenario_change')
export class ScenarioChangeRow extends TenantRow {
  @Column('uuid') scenarioId: string;
  @Column('text') kind: ScenarioKind;
  @Column('uuid', { nullable: true }) actionId: string | null;
  @Column('uuid', { nullable: true }) effortId: string | null;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) toPersonId: string | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('date', { nullable: true }) toOn: string | null;
  @Column('integer', { nullable: true }) minutes: number | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('date', { nullable: true }) fromOn: string | null;
  @Column('bigint', { nullable: true, transformer: whole }) fromMinutes: number | null;
  @Column('uuid', { nullable: true }) fromOrganisationId: string | null;
}
