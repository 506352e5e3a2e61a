import type { ClockRule, FrameworkDomain, FrameworkState, Provenance, Scoring } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** A draft changes and has its outline in `domains`; a published one never changes, by trigger, and has criteria. */
@Entity('framework')
export class FrameworkRow extends EditableRow {
  @Column('text') code: string;
  @Column('text') edition: string;
  @Column('text') title: string;
  @Column('text') publisher: string;
  @Column('text') provenance: Provenance;
  @Column('text', { nullable: true }) source: string | null;
  @Column('jsonb', { nullable: true }) scoring: Scoring | null;
  @Column('jsonb', { default: [] }) clock: ClockRule[];
  @Column('jsonb', { nullable: true }) domains: FrameworkDomain[] | null;
  @Column('text', { default: 'draft' }) state: FrameworkState;
  @Column('boolean', { default: false }) shipped: boolean;
  @Column('uuid', { nullable: true }) basedOnId: string | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
