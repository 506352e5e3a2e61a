import type { Caller } from '@followthrough/testing';
import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

/** An action of the asker's own, on which nobody has reported, in a plan without a rhythm. */
async function owed(here: Here, asker: Caller) {
  const plan = await here.lead.ask(routes.plans.add, { body: { title: here.name('plan') } });
  return { kind: 'update', thingId: (await here.action({ planId: plan.id, ownerId: asker.personId })).id } as const;
}

export const snoozeCalls: CallsOf<typeof routes.snoozes> = {
  snooze: async (here, asker) => ({ body: { ...(await owed(here, asker)), untilOn: here.day(3) } }),
  wake: async (here, asker) => ({ body: await owed(here, asker) }),
};
