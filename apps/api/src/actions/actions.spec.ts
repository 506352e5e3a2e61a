import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';
import { anAction, aPlan } from '../testing/plan-builder';

const { page, add, edit, setDue, moveDue, choices } = routes.actions;

describe('actions', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('adds an action whose first date is its baseline, and the other locality sees nothing', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    const partner = await lead.ask(routes.organisations.add, { body: { name: 'Care Association', kind: 'voluntary', aliases: [] } });
    const added = await lead.ask(add, { body: { planId, ref: '1.1', title: 'Trusted assessor at both sites', horizon: 'quick_win', ownerId: lead.personId, dueOn: '2027-03-31', daysNeeded: 12.5, contributingIds: [partner.id], theme: 'Flow' } });
    expect(added).toMatchObject({ ref: '1.1', status: 'not_started', baselineDueOn: '2027-03-31', dueOn: '2027-03-31', daysNeeded: 12.5, ownerName: 'Test lead', ownerHasAccount: true, contributing: [{ name: 'Care Association' }], updates: [], source: null });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    for (const asked of [
      elsewhere.try(page, { params: { id: added.id } }),
      elsewhere.try(edit, { params: { id: added.id }, body: { title: 'Mine', version: 1 } }),
      elsewhere.try(setDue, { params: { id: added.id }, body: { dueOn: '2027-01-01' } }),
      elsewhere.try(moveDue, { params: { id: added.id }, body: { dueOn: '2027-01-01', reason: 'scope', agreedBy: 'Me' } }),
    ])
      expect((await asked).problem.code).toBe('not_found');
    expect(await elsewhere.ask(choices)).toMatchObject({ plans: [], themes: [], organisations: [] });
    expect((await elsewhere.try(add, { body: { planId, ref: '9', title: 'Theirs', horizon: 'medium' } })).problem.code).toBe('rule');
  });

  it('refuses a ref that the plan has, a start after the due date and what only reports may change', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    const id = await anAction(lead, planId, { ref: '2.1', dueOn: '2027-03-31' });
    expect((await lead.try(add, { body: { planId, ref: '2.1', title: 'Again', horizon: 'medium' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'ref' }] });
    expect((await lead.try(edit, { params: { id }, body: { startOn: '2027-04-01', version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'startOn' }] });
    expect((await lead.try(edit, { params: { id }, body: { status: 'complete', dueOn: '2028-01-01', version: 1 } as never })).problem.fields?.map((one) => one.code)).toEqual(['unknown_field', 'unknown_field']);
  });

  it('merges two people’s edits of different fields and loses nothing when both edit one', async () => {
    const one = await stage.person(['lead']);
    const other = await stage.person(['lead']);
    const id = await anAction(one, await aPlan(one), { title: 'First words', daysNeeded: 3.5 });
    await one.ask(edit, { params: { id }, body: { title: 'My words', version: 1 } });
    expect(await other.ask(edit, { params: { id }, body: { theme: 'Workforce', daysNeeded: 3.5, version: 1 } })).toMatchObject({ title: 'My words', theme: 'Workforce', version: 3 });
    const { problem } = await other.try(edit, { params: { id }, body: { title: 'Their words', version: 1 } });
    expect(problem).toMatchObject({ code: 'stale', conflict: { fields: [{ field: 'title', base: 'First words', theirs: 'My words', yours: 'Their words' }] } });
  });

  it('moves a due date only with a reason and somebody’s agreement, and keeps the baseline', async () => {
    const lead = await stage.person(['lead']);
    const id = await anAction(lead, await aPlan(lead), { dueOn: '2027-01-31' });
    const moved = await lead.ask(moveDue, { params: { id }, body: { dueOn: '2027-04-30', reason: 'capacity', agreedBy: 'Delivery board', note: 'Post not filled' } });
    expect(moved).toMatchObject({ baselineDueOn: '2027-01-31', dueOn: '2027-04-30', moves: [{ fromOn: '2027-01-31', toOn: '2027-04-30', reason: 'capacity', agreedBy: 'Delivery board', movedByName: 'Test lead' }] });
    expect((await lead.try(moveDue, { params: { id }, body: { dueOn: '2027-04-30', reason: 'scope', agreedBy: 'Board' } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'dueOn' }] });
    expect((await lead.try(moveDue, { params: { id }, body: { dueOn: '2027-05-31', agreedBy: '' } as never })).problem.fields?.map((one) => one.field).sort()).toEqual(['agreedBy', 'reason']);
    expect((await lead.try(setDue, { params: { id }, body: { dueOn: '2027-06-01' } })).problem.code).toBe('rule');
  });

  it('resolves “Ongoing” by a date or by keeping it knowingly', async () => {
    const lead = await stage.person(['lead']);
    const planId = await aPlan(lead);
    const [dated, kept] = [await anAction(lead, planId, { dueText: 'Ongoing' }), await anAction(lead, planId, { dueText: 'Spring 2027' })];
    expect(await lead.ask(page, { params: { id: dated } })).toMatchObject({ dateUnresolved: true, dueText: 'Ongoing' });
    expect(await lead.ask(setDue, { params: { id: dated }, body: { dueOn: '2027-05-31' } })).toMatchObject({ dateUnresolved: false, dueOn: '2027-05-31', baselineDueOn: '2027-05-31', dueText: null });
    expect(await lead.ask(setDue, { params: { id: kept }, body: { keepText: true } })).toMatchObject({ dateUnresolved: false, dueOn: null, dueText: 'Spring 2027', dueTextKept: true });
    expect((await lead.try(setDue, { params: { id: kept }, body: {} })).problem.code).toBe('rule');
  });

  it('keeps restricted texts from an expert on the page and in the search for words', async () => {
    const lead = await stage.person(['lead']);
    const expert = await stage.person(['expert']);
    const planId = await aPlan(lead);
    const id = await anAction(lead, planId, { title: 'Open title', description: 'A secretive matter', risks: 'A provider may fail', nextSteps: 'Public step', restricted: ['description', 'risks'] });
    expect(await lead.ask(page, { params: { id } })).toMatchObject({ risks: 'A provider may fail', withheld: [] });
    const seen = await expert.ask(page, { params: { id } });
    expect(seen).toMatchObject({ description: null, risks: null, nextSteps: 'Public step', withheld: ['description', 'risks'] });
    await lead.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', narrative: 'Hush', restricted: true } });
    expect((await expert.ask(page, { params: { id } })).updates).toMatchObject([{ narrative: null, withheld: true }]);
    expect((await expert.ask(routes.actions.list, { query: { plan: planId } })).items).toMatchObject([{ lastUpdateText: null }]);
    expect((await lead.ask(routes.actions.list, { query: { plan: planId, text: 'SECRETIVE' } })).items).toHaveLength(1);
    expect((await expert.ask(routes.actions.list, { query: { plan: planId, text: 'secretive' } })).items).toHaveLength(0);
    expect((await lead.ask(edit, { params: { id }, body: { restricted: [], version: 2 } })).restricted).toEqual([]);
    expect((await expert.ask(page, { params: { id } })).description).toBe('A secretive matter');
  });

  it('lets two people change the contributing organisations at once', async () => {
    const lead = await stage.person(['lead']);
    const [a, b] = [await lead.ask(routes.organisations.add, { body: { name: 'A side', kind: 'other', aliases: [] } }), await lead.ask(routes.organisations.add, { body: { name: 'B side', kind: 'other', aliases: [] } })];
    const id = await anAction(lead, await aPlan(lead), { contributingIds: [a.id] });
    await lead.ask(edit, { params: { id }, body: { addContributing: [b.id, a.id], version: 1 } });
    expect((await lead.ask(edit, { params: { id }, body: { removeContributing: [a.id], version: 1 } })).contributing.map((one) => one.name)).toEqual(['B side']);
  });
});
