import { routes, type BodyOf } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';

let count = 0;

/** A plan with a title of its own, reporting to a board where one is named. */
export async function aPlan(lead: Caller, more: Partial<BodyOf<typeof routes.plans.add>> = {}, board?: string): Promise<string> {
  count += 1;
  const { id } = await lead.ask(routes.plans.add, { body: { title: `Plan ${count}`, ...more } });
  if (board) await lead.ask(routes.plans.reportTo, { params: { id }, body: { name: board } });
  return id;
}

/** An action of that plan, with a ref of its own unless one is given. */
export async function anAction(lead: Caller, planId: string, more: Partial<BodyOf<typeof routes.actions.add>> = {}): Promise<string> {
  count += 1;
  return (await lead.ask(routes.actions.add, { body: { planId, ref: `T${count}`, title: 'Do something', horizon: 'medium', ...more } })).id;
}

/** The board of that name, made where there is none. */
export async function aBoard(lead: Caller, name = 'Delivery board'): Promise<string> {
  const { items } = await lead.ask(routes.boards.list);
  return items.find((one) => one.name === name)?.id ?? (await lead.ask(routes.boards.add, { body: { name } })).id;
}

/** The organisation of that name, made where there is none. */
export async function anOrganisation(lead: Caller, name: string): Promise<string> {
  const { items } = await lead.ask(routes.organisations.list);
  return items.find((one) => one.name === name)?.id ?? (await lead.ask(routes.organisations.add, { body: { name, kind: 'council', aliases: [] } })).id;
}
