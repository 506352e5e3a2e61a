import { Injectable } from '@nestjs/common';
import type { dependencyRoutes } from '@followthrough/contracts';
import { circleOf, circleSays } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Refusal, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { AHEAD, dependenciesOf } from './dependencies.sql';
import { DependencyRow } from './dependency.row';

const MOST = 100;

/** Which action comes before which: it has to be done first, or it opens the way. Nothing comes before itself, however long the way round. */
@Injectable()
export class DependenciesOfActions {
  constructor(private readonly writes: Writes) {}

  add(asked: Asked<typeof dependencyRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const { otherId, otherComes, kind } = asked.body;
      const [firstId, thenId] = otherComes === 'first' ? [otherId, id] : [id, otherId];
      await present(db, id, otherId);
      if (await db.existsBy(DependencyRow, { firstId, thenId })) throw refuseField('otherId', 'That is said already');
      await refuseCircle(db, firstId, thenId);
      if ((await db.countBy(DependencyRow, [{ firstId: id }, { thenId: id }])) >= MOST) throw refuseField('otherId', `An action has ${MOST} of these at most`);
      await db.insert(DependencyRow, { firstId, thenId, kind });
      return answer(dependenciesOf, [id]);
    });
  }

  drop(asked: Asked<typeof dependencyRoutes.drop>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, dependency } = asked.params;
      const [, removed] = await db.query<[unknown[], number]>('delete from dependency where id = $1 and $2 in (first_id, then_id)', [dependency, id]);
      if (removed === 0) throw new Refusal('not_found');
      return answer(dependenciesOf, [id]);
    });
  }
}

/** Both actions are here and stay until this is written. */
async function present(db: EntityManager, id: string, otherId: string): Promise<void> {
  const found = await db.query<{ id: string }[]>('select id from action where id = any ($1::uuid[]) and withdrawn_at is null for share', [[id, otherId]]);
  if (!found.some((one) => one.id === id)) throw new Refusal('not_found');
  if (!found.some((one) => one.id === otherId)) throw refuseField('otherId', 'That action is not here');
}

/** The database refuses a circle as well, when two that are fine alone would close one together. */
async function refuseCircle(db: EntityManager, firstId: string, thenId: string): Promise<void> {
  const ahead = await db.query<{ firstId: string; thenId: string; ref: string }[]>(AHEAD, [thenId]);
  const circle = circleOf(ahead, firstId, thenId);
  if (!circle) return;
  const ends = await db.query<{ id: string; ref: string }[]>('select id, ref from action where id = any ($1::uuid[])', [[firstId, thenId]]);
  const refs = new Map([...ends.map((one) => [one.id, one.ref] as const), ...ahead.map((one) => [one.thenId, one.ref] as const)]);
  throw refuseField('otherId', circleSays(circle.map((id) => refs.get(id) ?? '')));
}
