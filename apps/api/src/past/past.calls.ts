import type { routes } from '@followthrough/contracts';
import type { CallsOf } from '../testing/here';
import { aCadence } from '../testing/cycle-builder';

export const pastCalls: CallsOf<typeof routes.past> = {
  reports: () => ({}),
  dashboard: ({ planId }) => ({ query: { at: '2020-01-01', plan: planId } }),
  actions: ({ planId }) => ({ query: { at: '2020-01-01', plan: planId } }),
  timeline: async (here) => {
    const { planId, cycleId } = await aCadence(here.lead, { title: here.name('drawn plan'), to: 'published' });
    return { query: { at: cycleId, plan: planId, group: 'theme' } };
  },
  health: async (here) => {
    const { planId, cycleId } = await aCadence(here.lead, { title: here.name('healthy plan'), to: 'published' });
    return { params: { id: planId }, query: { at: cycleId } };
  },
  action: async (here) => {
    const { actionId, cycleId } = await aCadence(here.lead, { title: here.name('reported plan'), to: 'published' });
    return { params: { id: actionId }, query: { at: cycleId } };
  },
};
