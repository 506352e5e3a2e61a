import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import { isOver } from './ladders';
import { later } from './life';

/** From what is soon done to what takes longest: as on a ladder, so that no way goes round in a circle. */
const WAY: readonly DemoAction['horizon'][] = ['quick_win', 'quick_win', 'medium', 'medium', 'deep_rooted'];
/** Days between one and the next, at least. */
const APART = 14;

/** One long chain in each plan: each action has to be done before the next, up to the deep-rooted one that is due last. */
export async function demoChains(actions: readonly DemoAction[], owner: ClientBase, today: string): Promise<void> {
  for (const plan of new Set(actions.map(({ planId }) => planId))) {
    const open = actions.filter((one) => one.planId === plan && !isOver(one) && dueOf(one) > today).sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
    const chain: DemoAction[] = [];
    for (const horizon of WAY) {
      const from = later(dueOf(chain.at(-1)) || today, APART);
      const next = open.find((one) => one.horizon === horizon && dueOf(one) >= from && !chain.includes(one));
      if (next) chain.push(next);
    }
    const last = open.findLast((one) => one.horizon === 'deep_rooted');
    if (last && !chain.includes(last)) chain.push(last);
    for (const [at, then] of chain.slice(1).entries())
      await owner.query(`insert into dependency (id, first_id, then_id, kind) values ($1, $2, $3, 'blocks') on conflict do nothing`, [randomUUID(), chain[at]?.id, then.id]);
  }
}

const dueOf = (one: DemoAction | undefined): string => one?.life.due ?? '';
