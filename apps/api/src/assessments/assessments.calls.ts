import { routes } from '@followthrough/contracts';
import type { CallsOf, Here } from '../testing/here';

/** An action that nobody owns is flagged at once. */
const unowned = async (here: Here): Promise<string> => (await here.action({ ownerId: null })).id;

export const assessmentCalls: CallsOf<typeof routes.assessments> = {
  doubts: () => ({}),
  override: async (here) => ({ params: { id: await unowned(here) }, body: { flag: 'no_owner', reason: here.name('reason') } }),
  endOverride: async (here) => {
    const id = await unowned(here);
    const { overrides } = await here.lead.ask(routes.assessments.override, { params: { id }, body: { flag: 'no_owner', reason: here.name('reason') } });
    return { params: { id, override: overrides[0]?.id ?? '' } };
  },
  setting: () => ({}),
  editSetting: async (here) => ({ body: { movesTooMany: 2, version: (await here.lead.ask(routes.assessments.setting)).version } }),
};
