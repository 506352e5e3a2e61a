import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import type { Chance } from './chance';
import { later } from './life';
import { put } from './put';

/** Ladders of each plan. */
const LADDERS = 5;

/**
 * Quick wins that open the way to deep-rooted work of the same plan and theme: over a step in the middle for most, and one
 * rung that stands on two ladders. Actions are as life left them, so some rungs are done and some are late.
 */
export async function demoLadders(actions: readonly DemoAction[], owner: ClientBase, today: string): Promise<void> {
  const of = (horizon: DemoAction['horizon'], like: DemoAction): readonly DemoAction[] => actions.filter((one) => one.horizon === horizon && one.planId === like.planId && one.theme === like.theme);
  const plans = [...new Set(actions.map(({ planId }) => planId))];
  // What is still to be climbed, and first of it what a late quick win holds up.
  const wins = (top: DemoAction): readonly DemoAction[] => [...of('quick_win', top)].sort((a, b) => Number(isLate(b, today)) - Number(isLate(a, today)));
  const candidates = actions.filter((one) => one.horizon === 'deep_rooted' && !isOver(one) && of('quick_win', one).length > 1).sort((a, b) => Number(isLate(wins(b)[0], today)) - Number(isLate(wins(a)[0], today)));
  const tops = plans.flatMap((plan) => candidates.filter(({ planId }) => planId === plan).slice(0, LADDERS));
  const said = new Map<string, Record<string, unknown>>();
  const say = (first: DemoAction | undefined, then: DemoAction | undefined, kind: 'enables' | 'blocks'): void => {
    if (first && then) said.set(`${first.id} ${then.id}`, { id: randomUUID(), first_id: first.id, then_id: then.id, kind });
  };
  tops.forEach((top, at) => {
    const [one, two, three] = wins(top);
    const middle = of('medium', top)[at % 3];
    say(one, middle ?? top, 'enables');
    say(two, middle ?? top, 'enables');
    say(three, top, 'enables');
    say(middle, top, at % 2 === 0 ? 'blocks' : 'enables');
  });
  await put(owner, 'dependency', [...said.values()]);
}

export const isOver = ({ life }: DemoAction): boolean => life.told.at(-1)?.status === 'complete' || life.told.at(-1)?.status === 'embedded';
const isLate = (one: DemoAction | undefined, today: string): boolean => one !== undefined && !isOver(one) && one.life.due !== null && one.life.due < today;

const PROGRAMMES: readonly (readonly [name: string, about: string, until: number | null])[] = [
  ['Ageing Well', 'Urgent help at home within two hours, and planned help for people living with frailty.', 200],
  ['Urgent care transformation', 'One front door for urgent care, by phone and in person.', 480],
  ['Better Care Fund plan', 'What health and care pay for together, agreed each year.', 130],
  ['Digital shared record', 'Everybody who helps a person sees the same record.', null],
];

/** What runs already. Most actions are part of something, of some it is known that nothing touches them, and some nobody has checked. */
export async function demoProgrammes(actions: readonly DemoAction[], { owner, chance, organisationIds, today }: { readonly owner: ClientBase; readonly chance: Chance; readonly organisationIds: readonly string[]; readonly today: string }): Promise<void> {
  const programmes = PROGRAMMES.map(([name, about, until]) => ({ id: randomUUID(), version: 1, name, about, organisation_id: chance.one(organisationIds), ends_on: until === null ? null : later(today, until) }));
  await put(owner, 'programme', programmes);
  const linked = actions.filter(() => chance.is(62));
  await put(owner, 'action_programme', linked.map(({ id }) => ({ id: randomUUID(), action_id: id, programme_id: chance.one(programmes).id })));
  const untouched = actions.filter((one) => !linked.includes(one) && chance.is(45)).map(({ id }) => id);
  await owner.query('update action set no_programme = true where locality_id = current_locality() and id = any ($1::uuid[])', [untouched]);
}
