import type { ScenarioState } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** A named set of changes. Applied or given up, it stays as it is, by trigger. */
@Entity('scenario')
export class ScenarioRow extends EditableRow {
  @Column('text') name: string;
  @Column('text', { nullable: true }) why: string | null;
  @Column('text', { default: 'draft' }) state: ScenarioState;
  @Column('uuid', { nullable: true, default: () => 'current_person()' }) madeBy: string | null;
  @Column('timestamptz', { default: () => 'now()' }) madeAt: Date;
  @Column('timestamptz', { nullable: true }) proposedAt: Date | null;
  @Column('uuid', { nullable: true }) appliedBy: string | null;
  @Column('timestamptz', { nullable: true }) appliedAt: Date | null;
  @Column('text', { array: true, default: '{}' }) did: string[];
}
