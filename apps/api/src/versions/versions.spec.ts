import { type BodyOf, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { list, approve, page, compare, amendments, decide } = routes.versions;
const { edit, moveDue, add, withdraw, restore, setDue } = routes.actions;

describe('versions of a plan', () => {
  let stage: Stage;
  let lead: Caller;
  let board: string;
  let boardId: string;
  let day: string;
  let homes: string;
  let findings: string[];
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    board = 'Delivery board';
    boardId = await aBoard(lead, board);
    day = (await stage.owner.query<{ day: string }>('select today()::text as day')).rows[0]?.day ?? '';
    homes = (await lead.ask(routes.organisations.add, { body: { name: 'Care homes', kind: 'care_provider', aliases: [] } })).id;
    const [framework] = (await lead.ask(routes.frameworks.list)).items;
    const { id: reviewId } = await lead.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: 'Review' } });
    findings = [];
    for (const ref of ['1', '2']) findings.push((await lead.ask(routes.findings.add, { body: { reviewId, ref, quotation: `Finding ${ref} of the review`, kind: 'challenge', force: 'must', themes: [] } })).id);
  });
  afterAll(() => stage.close());

  const approved = async (planId: string, more: Partial<BodyOf<typeof approve>> = {}) => lead.ask(approve, { params: { id: planId }, body: { boardId, approvedOn: day, ...more } });
  const version = async (id: string): Promise<number> => (await lead.ask(routes.actions.page, { params: { id } })).version;
  const change = async (id: string, said: Omit<BodyOf<typeof edit>, 'version'>) => lead.ask(edit, { params: { id }, body: { ...said, version: await version(id) } });

  it('freezes the plan with its actions and the names of the day, and fixes baseline dates', async () => {
    const planId = await aPlan(lead, { title: 'Frozen', aim: 'Home sooner' });
    const id = await anAction(lead, planId, { title: 'First words', ownerId: lead.personId, accountableOrganisationId: homes, dueOn: '2027-03-31' });
    // As an old import left it: a date, and no baseline.
    await stage.owner.query(`insert into action (locality_id, plan_id, ref, title, due_on) select locality_id, id, 'Z', 'Dated', '2027-05-31' from plan where id = $1`, [planId]);
    expect(await approved(planId, { note: 'Minute 4' })).toMatchObject({ items: [{ number: 1, boardId, board, note: 'Minute 4', recordedByName: 'Test lead', actions: 2 }], waiting: 0 });
    expect((await lead.ask(routes.actions.list, { query: { plan: planId } })).items).toMatchObject([{ baselineDueOn: '2027-03-31' }, { ref: 'Z', baselineDueOn: '2027-05-31' }]);
    await change(id, { title: 'Other words', reason: 'Plainer' });
    await lead.ask(routes.organisations.edit, { params: { id: homes }, body: { name: 'Care homes group', version: 1 } });
    const [first] = (await lead.ask(list, { params: { id: planId } })).items;
    expect(await lead.ask(page, { params: { id: first?.id ?? '' } })).toMatchObject({ planTitle: 'Frozen', aim: 'Home sooner', items: [{ actionId: id, title: 'First words', owner: 'Test lead', organisation: 'Care homes', due: '2027-03-31', status: 'not_started' }, { ref: 'Z' }], next: null });
  });

  it('compares eleven changes since the baseline: exactly eleven, each with who, when and why', async () => {
    const planId = await aPlan(lead, { title: 'Eleven', aim: 'Home sooner' });
    const [a, b, c, d] = [await anAction(lead, planId, { ref: '1.1', dueOn: '2027-01-31', findingIds: [findings[0] ?? ''] }), await anAction(lead, planId, { ref: '1.2' }), await anAction(lead, planId, { ref: '2.9', description: 'Before' }), await anAction(lead, planId, { ref: '2.10' })];
    await approved(planId);
    const other = await stage.person(['administrator']);
    await change(a, { title: 'Better words', reason: 'Plainer for the public' });
    await change(a, { ownerId: lead.personId, reason: 'The post is filled' });
    await lead.ask(moveDue, { params: { id: a }, body: { dueOn: '2027-04-30', reason: 'capacity', agreedBy: 'The chair', note: 'Winter' } });
    await change(a, { removeFindings: [findings[0] ?? ''], reason: 'Answered elsewhere' });
    await other.ask(routes.findings.link, { params: { id: findings[1] ?? '' }, body: { actionId: b, reason: 'It answers this too' } });
    await change(b, { horizon: 'deep_rooted', reason: 'It is larger than we thought' });
    await change(b, { addContributing: [homes], reason: 'They offered' });
    await change(c, { description: 'After', successMeasure: 'Days waited', reason: 'Asked for by the chair' });
    await lead.ask(withdraw, { params: { id: d }, body: { reason: 'Covered by 1.1' } });
    await lead.ask(add, { body: { planId, ref: '3.1', title: 'New one', horizon: 'medium', reason: 'Agreed at the summit' } });
    // None of these amends what was agreed.
    await lead.ask(routes.updates.report, { params: { id: a }, body: { status: 'on_track', narrative: 'Going well' } });
    await change(a, { title: 'Better words' });
    await change(c, { risks: 'A provider may close', restricted: ['risks'] });

    const said = await lead.ask(compare, { params: { id: planId }, query: { from: 'v1', to: 'now' } });
    expect(said).toMatchObject({ total: 11, working: 1, from: { said: 'v1', board, actions: 4 }, to: { said: 'now', actions: 4 }, next: null });
    const agreed = said.items.filter((one) => !one.working);
    expect(agreed.map(({ ref, change: kind, field, before, after, why, by }) => [ref, kind, field, before, after, why, by])).toEqual([
      ['1.1', 'changed', 'title', 'Do something', 'Better words', 'Plainer for the public', 'Test lead'],
      ['1.1', 'changed', 'owner', null, 'Test lead', 'The post is filled', 'Test lead'],
      ['1.1', 'changed', 'findings', '1 Finding 1 of the review', null, 'Answered elsewhere', 'Test lead'],
      ['1.1', 'changed', 'due', '2027-01-31', '2027-04-30', 'Capacity: Winter. Agreed by The chair', 'Test lead'],
      ['1.2', 'changed', 'horizon', 'medium', 'deep_rooted', 'It is larger than we thought', 'Test lead'],
      ['1.2', 'changed', 'contributing', null, 'Care homes group', 'They offered', 'Test lead'],
      ['1.2', 'changed', 'findings', null, '2 Finding 2 of the review', 'It answers this too', 'Test administrator'],
      ['2.9', 'changed', 'description', 'Before', 'After', 'Asked for by the chair', 'Test lead'],
      ['2.9', 'changed', 'successMeasure', null, 'Days waited', 'Asked for by the chair', 'Test lead'],
      ['2.10', 'removed', '', null, null, 'Covered by 1.1', 'Test lead'],
      ['3.1', 'added', '', null, null, 'Agreed at the summit', 'Test lead'],
    ]);
    for (const one of agreed) expect(Date.now() - Date.parse(one.at ?? '')).toBeLessThan(600_000);
    // Named the other way round it is the same comparison; between the same points there is nothing.
    expect(await lead.ask(compare, { params: { id: planId }, query: { from: 'now', to: 'v1' } })).toEqual(said);
    expect((await lead.ask(compare, { params: { id: planId }, query: { from: 'v1', to: 'v1' } })).total).toBe(0);
    // A second version, and the same eleven between the two; nothing since.
    expect(await approved(planId, { amendments: 11 })).toMatchObject({ items: [{ number: 2 }, { number: 1 }], waiting: 0 });
    expect((await lead.ask(compare, { params: { id: planId }, query: { from: 'v1', to: 'v2' } })).items.map(({ position: _, ...one }) => one)).toEqual(said.items.map(({ position: _, ...one }) => one));
    expect((await lead.ask(compare, { params: { id: planId }, query: { from: 'v2', to: 'now' } })).total).toBe(0);
    // Before today there was no such plan: all of it came since.
    expect(await lead.ask(compare, { params: { id: planId }, query: { from: '2020-01-01', to: day } })).toMatchObject({ total: 4, from: { actions: 0 }, to: { actions: 4 } });
    const expert = await stage.person(['expert']);
    const seen = await expert.ask(compare, { params: { id: planId }, query: { from: 'v1', to: 'now' } });
    expect(seen.items.find((one) => one.field === 'risks')).toMatchObject({ withheld: true, before: null, after: null });
    expect(JSON.stringify(seen)).not.toContain('provider may close');
  });

  it('counts a value that went away and came back as no change, and says how often another changed', async () => {
    const planId = await aPlan(lead);
    const id = await anAction(lead, planId, { title: 'One', theme: 'Flow' });
    await approved(planId);
    for (const title of ['Two', 'Three', 'One']) await change(id, { title, reason: `To ${title}` });
    for (const theme of ['Carers', 'Homes']) await change(id, { theme, reason: `To ${theme}` });
    await change(id, { addContributing: [homes], reason: 'In' });
    await change(id, { removeContributing: [homes], reason: 'Out' });
    expect((await lead.ask(compare, { params: { id: planId }, query: { from: 'v1', to: 'now' } })).items).toMatchObject([{ field: 'theme', before: 'Flow', after: 'Homes', steps: 2, why: 'To Homes' }]);
  });

  it('refuses a change of what was agreed that does not say why, wherever it is made', async () => {
    const planId = await aPlan(lead, { title: 'Guarded', aim: 'Home sooner' });
    const id = await anAction(lead, planId, { dueText: 'Ongoing', findingIds: [findings[0] ?? ''] });
    await approved(planId);
    const refused = [
      lead.try(edit, { params: { id }, body: { title: 'Silently', version: 1 } }),
      lead.try(edit, { params: { id }, body: { addContributing: [homes], version: 1 } }),
      lead.try(edit, { params: { id }, body: { ownerId: lead.personId, reason: ' ', version: 1 } }),
      lead.try(add, { body: { planId, ref: '9', title: 'One more', horizon: 'medium' } }),
      lead.try(setDue, { params: { id }, body: { dueOn: '2027-05-31' } }),
      lead.try(withdraw, { params: { id }, body: {} as never }),
      lead.try(routes.findings.link, { params: { id: findings[1] ?? '' }, body: { actionId: id } }),
      lead.try(routes.findings.unlink, { params: { id: findings[0] ?? '', action: id }, body: {} }),
      lead.try(routes.plans.edit, { params: { id: planId }, body: { aim: 'Home later', version: 1 } }),
    ];
    for (const asked of refused) expect((await asked).problem.fields?.map((one) => one.field)).toEqual(['reason']);
    expect((await lead.ask(compare, { params: { id: planId }, query: { from: 'v1', to: 'now' } })).total).toBe(0);
    // PostgreSQL has the last word.
    await stage.owner.query(`select set_config('app.locality', locality_id::text, false) from plan where id = $1`, [planId]);
    for (const sql of [`update action set title = 'Silently' where id = $1`, `update action set withdrawn_at = now() where id = $1`, `delete from action_finding where action_id = $1`, `insert into action_organisation (action_id, organisation_id) select $1, '${homes}'`])
      await expect(stage.owner.query(sql, [id])).rejects.toThrow('say why it changes');
    // What is written week by week, and the keeping of a text, ask for nothing.
    await change(id, { nextSteps: 'Ring them' });
    await lead.ask(setDue, { params: { id }, body: { keepText: true } });
    await lead.ask(routes.plans.reportTo, { params: { id: planId }, body: { name: 'Another board' } });
    await lead.ask(routes.plans.edit, { params: { id: planId }, body: { aim: 'Home soon', reason: 'Plainer', version: 1 } });
    expect((await lead.ask(compare, { params: { id: planId }, query: { from: 'v1', to: 'now' } })).items.filter((one) => !one.working)).toMatchObject([{ actionId: null, field: 'aim', before: 'Home sooner', after: 'Home soon', why: 'Plainer' }]);
  });

  it('takes what a summit agreed as the reason', async () => {
    const planId = await aPlan(lead);
    await anAction(lead, planId);
    await approved(planId);
    const summit = await lead.ask(routes.summits.add, { body: { title: 'May summit', heldOn: '2026-05-12' } });
    const { outcomes } = await lead.ask(routes.summits.addOutcome, { params: { id: summit.id }, body: { agreedOn: '2026-05-12', kind: 'commitment', text: 'One front door', findingIds: [findings[0] ?? ''], organisationIds: [homes] } });
    await lead.ask(routes.summits.makeAction, { params: { id: outcomes[0]?.id ?? '' }, body: { planId } });
    expect((await lead.ask(amendments, { params: { id: planId } })).items).toMatchObject([{ change: 'added', title: 'One front door', why: 'Agreed at May summit: One front door' }]);
  });

  it('takes an action out and puts it back, with the reason for both', async () => {
    const planId = await aPlan(lead);
    const id = await anAction(lead, planId, { ref: '1' });
    await lead.ask(withdraw, { params: { id }, body: { reason: 'By mistake' } });
    expect((await lead.try(routes.actions.page, { params: { id } })).status).toBe(404);
    expect((await lead.try(withdraw, { params: { id }, body: { reason: 'Again' } })).status).toBe(404);
    expect((await lead.ask(routes.actions.list, { query: { plan: planId } })).total).toBe(0);
    expect(await lead.ask(restore, { params: { id }, body: { reason: 'It was a mistake' } })).toMatchObject({ id, ref: '1' });
    expect((await lead.try(restore, { params: { id }, body: { reason: 'Again' } })).status).toBe(404);
  });

  it('puts amendments to the next board: some approved, some declined, each as it was read', async () => {
    const planId = await aPlan(lead, {}, board);
    const id = await anAction(lead, planId, { title: 'One', theme: 'Flow', ref: '1' });
    expect(await lead.ask(amendments, { params: { id: planId } })).toMatchObject({ since: null, items: [], waiting: 0 });
    await approved(planId);
    await change(id, { title: 'Two', theme: 'Carers', priority: 'high', reason: 'Asked for' });
    const before = await lead.ask(amendments, { params: { id: planId } });
    expect(before).toMatchObject({ since: { number: 1 }, waiting: 3, items: [{ field: 'title', decision: null }, { field: 'priority' }, { field: 'theme' }] });
    const saying = (decision: 'approved' | 'declined', field: string) => before.items.filter((one) => one.field === field).map((one) => ({ actionId: one.actionId, field: one.field, item: one.item, position: one.position ?? 0, decision }));
    const decided = await lead.ask(decide, { params: { id: planId }, body: { boardId, decidedOn: day, note: 'Minute 7', amendments: [...saying('approved', 'title'), ...saying('declined', 'theme')] } });
    expect(decided).toMatchObject({ waiting: 1, approved: 1, declined: 1, items: [{ field: 'title', decision: 'approved', decidedBy: board, decidedOn: day }, { decision: null }, { field: 'theme', decision: 'declined' }], declinedEver: [{ field: 'theme', before: 'Flow', after: 'Carers', board, note: 'Minute 7', recordedByName: 'Test lead', version: 1, stands: true }] });

    // A version would freeze what the board declined; a title edited since is another amendment.
    expect((await lead.try(approve, { params: { id: planId }, body: { boardId, approvedOn: day } })).problem.fields?.[0]?.message).toContain('declined a change that is still in the plan');
    await change(id, { title: 'Three', reason: 'Better still' });
    expect(await lead.ask(amendments, { params: { id: planId } })).toMatchObject({ waiting: 2, approved: 0, declined: 1 });
    expect((await lead.try(decide, { params: { id: planId }, body: { boardId, decidedOn: day, amendments: saying('approved', 'title') } })).problem.fields).toMatchObject([{ field: 'amendments' }]);
    // Put back, it is out of the plan and still in sight.
    await change(id, { theme: 'Flow', reason: 'The board declined it' });
    expect(await lead.ask(amendments, { params: { id: planId } })).toMatchObject({ waiting: 2, declined: 0, declinedEver: [{ field: 'theme', stands: false }] });
    expect((await lead.try(approve, { params: { id: planId }, body: { boardId, approvedOn: day, amendments: 3 } })).problem.fields).toMatchObject([{ field: 'amendments' }]);
    expect(await approved(planId, { amendments: 2 })).toMatchObject({ items: [{ number: 2 }, { number: 1 }], waiting: 0, approved: 0 });
    expect(await lead.ask(amendments, { params: { id: planId } })).toMatchObject({ since: { number: 2 }, items: [], declinedEver: [{ field: 'theme', version: 1, stands: false }] });
  });

  it('cannot be changed by anybody once it is there', async () => {
    const planId = await aPlan(lead);
    await anAction(lead, planId);
    await approved(planId);
    for (const table of ['plan_version', 'plan_version_part', 'amendment_decision']) if (table !== 'amendment_decision') await expect(stage.owner.query(`update ${table} set id = id`)).rejects.toThrow('append-only');
    expect((await lead.try(compare, { params: { id: planId }, query: { from: 'v2', to: 'now' } })).status).toBe(404);
    expect((await lead.try(compare, { params: { id: planId }, query: { from: 'last year', to: 'now' } })).problem.fields).toMatchObject([{ field: 'from' }]);
    expect((await (await stage.person(['expert'])).try(approve, { params: { id: planId }, body: { boardId, approvedOn: day } })).problem.code).toBe('not_permitted');
  });
});
