import { routes } from '@followthrough/contracts';
import { aCadence } from '../testing/cycle-builder';
import type { CallsOf, Here } from '../testing/here';

/** A report that is published now. */
const published = async (here: Here): Promise<string> => (await aCadence(here.lead, { title: here.name('reported plan'), to: 'published' })).cycleId;

export const pastRegisterCalls: CallsOf<typeof routes.pastRegisters> = {
  decisions: async (here) => {
    await here.decisionId();
    return { query: { at: '2020-01-01', plan: here.planId, state: ['open', 'taken'] } };
  },
  measures: async (here) => {
    const { id: actionId } = await here.action();
    await here.lead.ask(routes.measures.link, { params: { id: await here.measureId() }, body: { actionId } });
    return { query: { at: await published(here), action: actionId } };
  },
  measure: async (here) => {
    const id = await here.measureId();
    await here.lead.ask(routes.measures.addPoints, { params: { id }, body: { points: [{ onDay: '2026-03-31', value: 41.5, note: here.name('note') }] } });
    return { params: { id }, query: { at: await published(here) } };
  },
  capacity: async (here) => ({ query: { at: await published(here) } }),
  capacityActions: (here) => ({ query: { at: '2020-01-01', month: here.day(0).slice(0, 7), organisation: here.organisationId } }),
};
