import { Injectable } from '@nestjs/common';
import type { measureRoutes } from '@followthrough/contracts';
import { checkPoints, type Counted, MOST_POINTS, pointProblem } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { judge, livePoints, locked } from './judge';
import { MeasurePointRow } from './measure-point.row';
import type { MeasureRow } from './measure.row';
import { measurePage } from './measures.sql';

/** The figures of a measure. None is ever changed; each write judges the measure anew. */
@Injectable()
export class MeasurePoints {
  constructor(private readonly writes: Writes) {}

  add(asked: Asked<typeof measureRoutes.addPoints>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const measure = await locked(db, asked.params.id);
      const { points } = asked.body;
      const counted = await countedOf(db, measure);
      refuse(checkPoints(points, counted));
      if (counted.figures.size + points.length > MOST_POINTS) throw refuseField('points', `A measure holds ${MOST_POINTS.toLocaleString('en-GB')} figures at most`);
      await db.insert(MeasurePointRow, points.map((point) => ({ ...point, measureId: measure.id })));
      await judge(db, measure);
      return answer(measurePage, [measure.id]);
    });
  }

  /** The day that is corrected is free for the correction, and every other is taken or not as before. */
  correct(asked: Asked<typeof measureRoutes.correct>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const measure = await locked(db, asked.params.id);
      const { onDay, value, note } = asked.body;
      const wrong = await db.findOneBy(MeasurePointRow, { id: asked.params.point, measureId: measure.id });
      if (!wrong) throw new Refusal('not_found');
      if (await db.existsBy(MeasurePointRow, { correctsId: wrong.id })) throw new Refusal('already_done', { detail: 'That figure was corrected already: correct the one that took its place' });
      if (onDay === wrong.onDay && value === wrong.value) throw refuseField('value', 'That is what it says already');
      const { figures, ...counted } = await countedOf(db, measure);
      const others = new Map([...figures].filter(([day]) => wrong.value === null || day !== wrong.onDay));
      const problem = value === null ? '' : pointProblem({ onDay }, { ...counted, figures: others });
      if (problem) throw refuseField('onDay', problem);
      await db.insert(MeasurePointRow, { measureId: measure.id, onDay, value, note, correctsId: wrong.id });
      await judge(db, measure);
      return answer(measurePage, [measure.id]);
    });
  }
}

async function countedOf(db: EntityManager, { id, retiredOn }: MeasureRow): Promise<Counted> {
  const points = await livePoints(db, id);
  return { figures: new Map(points.map(({ onDay, value }) => [onDay, value])), retiredOn, today: await today(db) };
}
