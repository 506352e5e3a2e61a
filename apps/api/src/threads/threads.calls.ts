import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { CallsOf, Here } from '../testing/here';

export const threadCalls: CallsOf<typeof routes.threads> = {
  list: async (here) => {
    await here.thread();
    return {};
  },
  readers: () => Promise.resolve({}),
  raise: async (here) => ({ body: { actionId: (await here.action()).id, kind: 'challenge', text: here.name('challenge'), respondBy: here.day(14) } }),
  answer: async (here, asker) => ({ params: { id: (await here.thread(asker)).id }, body: { kind: 'reply', text: here.name('reply') } }),
  seen: async (here, asker) => ({ params: { id: (await mention(here, asker)) ?? (await mention(here, here.administrator)) ?? '' } }),
  close: async (here, asker) => ({ params: { id: (await here.thread(asker)).id } }),
};

/** Somebody is asked to look; undefined where they cannot read it. */
async function mention(here: Here, of: Caller): Promise<string | undefined> {
  const text = here.name('mention');
  const by = of === here.lead ? here.administrator : here.lead;
  const { status } = await by.try(routes.threads.raise, { body: { actionId: (await here.action()).id, kind: 'question', text, mentionIds: [of.personId] } });
  return status < 400 ? (await of.ask(routes.myWork.read)).mentions.find((one) => one.text === text)?.id : undefined;
}
