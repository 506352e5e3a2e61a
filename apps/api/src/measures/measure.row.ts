import type { Assurance, MeasureDirection, Variation } from '@followthrough/contracts';
import { Column, Entity } from 'typeorm';
import { EditableRow } from '../database/tenant-row';

/** PostgreSQL says decimals as text, so that none is lost; fourteen digits fit a number. */
export const figure = { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) };

/** From `variation` on the columns are no edit’s: they are kept at every write of a point. */
@Entity('measure')
export class MeasureRow extends EditableRow {
  @Column('text') title: string;
  @Column('text') unit: string;
  @Column('text') direction: MeasureDirection;
  @Column('numeric', { precision: 14, scale: 4, nullable: true, transformer: figure }) target: number | null;
  @Column('date', { nullable: true }) targetOn: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('date', { nullable: true }) retiredOn: string | null;
  @Column('uuid', { nullable: true }) replacedById: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('text', { nullable: true }) variation: Variation | null;
  @Column('text', { nullable: true }) assurance: Assurance | null;
  @Column('numeric', { precision: 14, scale: 4, nullable: true, transformer: figure }) latestValue: number | null;
  @Column('date', { nullable: true }) latestOn: string | null;
  @Column('numeric', { precision: 14, scale: 4, nullable: true, transformer: figure }) baselineValue: number | null;
}
