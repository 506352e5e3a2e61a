import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { read } = routes.myWork;

describe('my work', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('shows what I owe, and what is done leaves', async () => {
    const lead = await stage.person(['lead']);
    expect(await lead.ask(read)).toMatchObject({ name: 'Test lead', openActions: 0, hasPlan: false });
    const planId = await aPlan(lead);
    const id = await anAction(lead, planId, { ref: '1.1', ownerId: lead.personId, dueOn: '2020-01-31' });
    await anAction(lead, planId, { ref: '1.2', accountablePersonId: lead.personId, dueText: 'Ongoing' });
    await anAction(lead, planId, { ref: '1.3' });
    expect(await lead.ask(read)).toMatchObject({ openActions: 2, updatesDue: 2, actions: [{ ref: '1.1', overdue: true, updateDue: true }, { ref: '1.2', dateUnresolved: true }] });
    await lead.ask(routes.updates.report, { params: { id }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'Money', decision: { what: 'Fund it', fromWhom: 'Board', neededBy: dayAfter(londonDay(new Date()), 3) } } });
    const later = await lead.ask(read);
    expect(later).toMatchObject({ updatesDue: 1, actions: [{ ref: '1.2' }, { ref: '1.1', updateDue: false, openDecisions: 1 }], decisions: [{ what: 'Fund it', ref: '1.1' }] });
    const executive = await stage.person(['executive']);
    expect(await executive.ask(read)).toMatchObject({ openActions: 0, actions: [], decisions: [{ what: 'Fund it' }] });
    expect(await (await stage.person(['executive'], 'eastvale')).ask(read)).toMatchObject({ decisions: [], hasPlan: false });
  });
});
