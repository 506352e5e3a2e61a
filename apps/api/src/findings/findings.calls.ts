import { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';

export const findingCalls: CallsOf<typeof routes.findings> = {
  list: ({ reviewId }) => ({ query: { review: reviewId } }),
  page: async (here) => ({ params: { id: (await here.finding()).id } }),
  drafts: ({ reviewId }) => ({ params: { id: reviewId } }),
  add: (here) => ({ body: { reviewId: here.reviewId, ref: here.name('ref').slice(-30), quotation: here.name('quotation'), kind: 'challenge', force: 'must', themes: [here.word], criterionIds: [here.criterionId] } }),
  addSeveral: (here) => ({ body: { reviewId: here.reviewId, findings: [{ ref: here.name('ref').slice(-30), quotation: here.name('quotation'), page: '7', kind: 'challenge', force: 'must', themes: [here.word], criterionIds: [here.criterionId] }] } }),
  confirm: async (here) => ({ body: { findings: [{ id: (await here.finding()).id, version: 1 }] } }),
  correct: async (here) => {
    const { id, version } = await here.finding();
    await here.lead.ask(routes.findings.confirm, { body: { findings: [{ id, version }] } });
    return { params: { id }, body: { quotation: here.name('quotation'), page: '8', reason: here.name('reason') } };
  },
  edit: async (here) => ({ params: { id: (await here.finding()).id }, body: { page: '12', addCriteria: [here.criterionId], version: 1 } }),
  withdraw: async (here) => ({ params: { id: (await here.finding()).id } }),
  link: async (here) => ({ params: { id: (await here.finding()).id }, body: { actionId: (await here.action()).id } }),
  unlink: async (here) => {
    const { id } = await here.finding();
    const { id: action } = await here.action({ findingIds: [id] });
    return { params: { id, action }, body: { reason: here.name('reason') } };
  },
};
