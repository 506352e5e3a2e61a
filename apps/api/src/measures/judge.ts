import { type Point, verdictOf } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../kernel/refusal';
import { MeasureRow } from './measure.row';
import { isLive } from './measures.sql';

/** The measure, locked: writes of its points, its end and its verdicts come one after another. */
export async function locked(db: EntityManager, id: string): Promise<MeasureRow> {
  const measure = await db.createQueryBuilder(MeasureRow, 'm').where('m.id = :id and m.withdrawn_at is null', { id }).setLock('pessimistic_write').getOne();
  if (!measure) throw new Refusal('not_found');
  return measure;
}

/** The figures that count, one a day. */
export function livePoints(db: EntityManager, measureId: string): Promise<Point[]> {
  return db.query<Point[]>(`select p.on_day::text as "onDay", p.value::float8 as value from measure_point p where p.measure_id = $1 and ${isLive}`, [measureId]);
}

/** Writes what its points now say of a measure, in the transaction that changed them or its target. */
export async function judge(db: EntityManager, { id, direction, target }: Pick<MeasureRow, 'id' | 'direction' | 'target'>): Promise<void> {
  await db.update(MeasureRow, { id }, verdictOf(await livePoints(db, id), direction, target));
}
