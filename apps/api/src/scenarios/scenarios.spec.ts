import { type NewScenarioChange, routes, type ScenarioPage } from '@followthrough/contracts';
import { changeOf, dayAfter, factsHeard, londonDay, monthsAfter, replay, scenarioVerdict } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { list, page, add, edit, change, takeOut, keep, propose, answer, draft, apply, withdraw } = routes.scenarios;
const today = londonDay(new Date());
const month = monthsAfter(`${today.slice(0, 7)}-01`, 1).slice(0, 7);
const [first, last, later] = [`${month}-01`, dayAfter(monthsAfter(`${month}-01`, 1), -1), dayAfter(monthsAfter(`${month}-01`, 3), -1)];

describe('scenarios', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  let many = 0;
  const organisation = async (locality = 'northmoor') => (await (await stage.person(['lead'], locality)).ask(routes.organisations.add, { body: { name: `Trust ${(many += 1)}`, kind: 'nhs_trust', aliases: [] } })).id;
  const giver = async (lead: Caller, organisationId: string, percent = 50): Promise<string> => {
    const { id } = await lead.ask(routes.people.add, { body: { name: `Person ${(many += 1)}`, organisationId } });
    await lead.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
    await lead.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
    return id;
  };
  const action = async (lead: Caller, organisationId: string, more: object = {}) => {
    const plan = await lead.ask(routes.plans.add, { body: { title: `Plan ${(many += 1)}` } });
    return (await lead.ask(routes.actions.add, { body: { planId: plan.id, ref: `${many}.1`, title: 'Work', horizon: 'medium', accountableOrganisationId: organisationId, startOn: first, dueOn: last, ...more } })).id;
  };
  const effort = async (lead: Caller, id: string, likelyMinutes: number) => (await lead.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: 2 * likelyMinutes, shape: 'even' } })).items.at(-1)?.id ?? '';
  const assign = (lead: Caller, id: string, personId: string, minutes: number) => lead.ask(routes.demand.request, { params: { id }, body: { personId, minutes } });
  const begin = async (lead: Caller) => (await lead.ask(add, { body: { name: `Scenario ${(many += 1)}`, why: 'The winter' } })).id;
  const say = (lead: Caller, id: string, body: NewScenarioChange) => lead.ask(change, { params: { id }, body });
  const refusal = async (lead: Caller, id: string, body: object) => {
    const { problem } = await lead.try(change, { params: { id }, body: body as NewScenarioChange });
    return problem.fields?.map((one) => one.message) ?? [problem.code];
  };
  /** What the browser would reckon from this answer. */
  const reckoned = ({ facts, changes }: ScenarioPage) => {
    if (!facts) throw new Error('no facts');
    const heard = factsHeard(facts);
    const after = replay(heard, changes.map(changeOf));
    return { before: scenarioVerdict(heard), after: scenarioVerdict(after.facts), ...after };
  };

  /** Ann of a trust has ten days of an action, and can give about eight of them in its month. */
  const overloaded = async () => {
    const trust = await organisation();
    const lead = await stage.person(['lead'], 'northmoor', trust);
    const ann = await giver(lead, trust);
    const id = await action(lead, trust);
    const line = await effort(lead, id, 6_000);
    await assign(lead, line, ann, 6_000);
    return { trust, lead, ann, id, line };
  };

  it('are laid over the live plan, proposed, agreed by those they touch and applied as moves with reasons', async () => {
    const { trust, lead, id } = await overloaded();
    const [other, partner] = [await stage.person(['lead'], 'northmoor', await organisation()), await stage.person(['lead'], 'northmoor', trust)];
    const waiting = await action(lead, trust, { dueOn: dayAfter(last, 10), daysNeeded: 2 });
    await lead.ask(routes.dependencies.add, { params: { id: waiting }, body: { otherId: id, otherComes: 'first', kind: 'blocks' } });
    const scenario = await begin(other);
    const said = await say(other, scenario, { kind: 'move', actionId: id, toOn: later });
    expect(said).toMatchObject({ state: 'draft', conflicts: [], answers: [], changes: [{ kind: 'move', fromOn: last, toOn: later, ref: expect.any(String) as string }] });
    const { before, after, along } = reckoned(await lead.ask(page, { params: { id: scenario } }));
    expect(before.rows.find((one) => one.kind === 'person')?.excess).toBeGreaterThan(0);
    expect(after.rows.filter((one) => one.kind === 'person').every((one) => one.excess === 0)).toBe(true);
    expect(after.late).not.toContain(id);
    expect(along).toMatchObject([{ id: waiting, toOn: later }]);

    expect(await other.ask(propose, { params: { id: scenario } })).toMatchObject({ state: 'proposed', answers: [{ organisationId: trust, answer: 'asked', mayAnswer: false }] });
    expect((await partner.ask(routes.myWork.read)).scenarios.map((one) => one.id)).toEqual([scenario]);
    expect((await other.ask(routes.myWork.read)).scenarios).toEqual([]);
    // Only its own leads answer for an organisation; a no has a reason; nothing is applied before all agree.
    expect((await other.try(answer, { params: { id: scenario }, body: { answer: 'agreed' } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('by their own leads') as string });
    expect((await partner.try(answer, { params: { id: scenario }, body: { answer: 'declined' } })).problem.fields).toMatchObject([{ field: 'reason' }]);
    expect((await other.try(apply, { params: { id: scenario } })).problem.code).toBe('rule');
    expect(await partner.ask(answer, { params: { id: scenario }, body: { answer: 'declined', reason: 'Too late for us' } })).toMatchObject({ state: 'proposed', answers: [{ answer: 'declined', reason: 'Too late for us' }] });
    expect(await partner.ask(answer, { params: { id: scenario }, body: { answer: 'agreed' } })).toMatchObject({ state: 'agreed' });

    const done = await other.ask(apply, { params: { id: scenario } });
    expect(done.state).toBe('applied');
    expect(done.did).toHaveLength(2);
    const moved = await lead.ask(routes.actions.page, { params: { id } });
    expect(moved).toMatchObject({ dueOn: later, moves: [{ fromOn: last, toOn: later, reason: 'capacity', note: expect.stringMatching(/^Scenario “Scenario \d+”: The winter/) as string, agreedBy: expect.stringMatching(/^Trust/) as string }] });
    expect(await lead.ask(routes.actions.page, { params: { id: waiting } })).toMatchObject({ dueOn: later, moves: [{ reason: 'dependency' }] });
    // It stays as it is.
    expect((await other.try(apply, { params: { id: scenario } })).problem.code).toBe('already_done');
    expect((await other.try(withdraw, { params: { id: scenario } })).problem.code).toBe('rule');
    expect((await other.try(edit, { params: { id: scenario }, body: { name: 'Another', version: done.version } })).problem.code).toBe('rule');
    await expect(stage.owner.query(`update scenario set name = 'Another' where id = $1`, [scenario])).rejects.toThrow('stays as it is');
    await expect(stage.owner.query('delete from scenario_change where scenario_id = $1', [scenario])).rejects.toThrow('Only a draft');
  });

  it('write to lines and people what was shown', async () => {
    const { trust, lead, ann, id, line } = await overloaded();
    const ben = await giver(lead, trust, 80);
    const care = await organisation();
    const cares = await stage.person(['lead'], 'northmoor', care);
    const alone = await action(lead, trust, { daysNeeded: 10 });
    const gone = await action(lead, trust, { daysNeeded: 3 });
    const handed = await action(lead, trust, { daysNeeded: 4 });
    const scenario = await begin(lead);
    await say(lead, scenario, { kind: 'split', actionId: id, minutes: 2_000, toOn: later });
    await say(lead, scenario, { kind: 'reassign', effortId: line, personId: ann, toPersonId: ben });
    await say(lead, scenario, { kind: 'estimate', actionId: alone, minutes: 1_800 });
    await say(lead, scenario, { kind: 'drop', actionId: gone });
    await say(lead, scenario, { kind: 'hand_over', actionId: handed, organisationId: care });
    const shown = await say(lead, scenario, { kind: 'hire', organisationId: trust, title: 'Discharge nurse', toOn: first, minutes: 2_250 });
    const { after } = reckoned(shown);
    expect((await lead.ask(propose, { params: { id: scenario } })).answers.map((one) => one.answer).sort()).toEqual(['agreed', 'asked']);
    await cares.ask(answer, { params: { id: scenario }, body: { answer: 'agreed' } });
    await lead.ask(apply, { params: { id: scenario } });

    const efforts = await lead.ask(routes.demand.ofAction, { params: { id } });
    expect(efforts.items).toMatchObject([{ likelyMinutes: 4_000, lowMinutes: 4_000, highMinutes: 8_000, people: [{ personId: ben, minutes: 4_000, state: 'confirmed' }] }]);
    const { items } = await lead.ask(routes.actions.list, { query: { text: 'Work (part 2)' } });
    const second = items.find((one) => one.title === 'Work (part 2)')?.id ?? '';
    expect(await lead.ask(routes.actions.page, { params: { id: second } })).toMatchObject({ dueOn: later, baselineDueOn: later, accountableOrganisationId: trust });
    expect((await lead.ask(routes.demand.ofAction, { params: { id: second } })).items).toMatchObject([{ likelyMinutes: 2_000, people: [{ personId: ann, minutes: 2_000 }] }]);
    expect((await lead.ask(routes.actions.page, { params: { id: alone } })).daysNeeded).toBe(4);
    expect((await lead.ask(routes.actions.page, { params: { id: handed } })).accountableOrganisationId).toBe(care);
    expect((await lead.try(routes.actions.page, { params: { id: gone } })).problem.code).toBe('not_found');
    expect((await lead.ask(routes.people.list, { query: { words: 'Discharge nurse' } })).items).toMatchObject([{ name: 'Discharge nurse, to be appointed', expectedOn: first, organisationId: trust }]);
    // The plan now comes to what the scenario came to: of the post, whose days are its own now, the organisation's.
    const next = reckoned(await lead.ask(page, { params: { id: await begin(lead) } })).before;
    const rowsOf = (verdict: typeof after) => verdict.rows.filter(({ id: row }) => row === ann || row === ben || row === trust || row === care).map(({ kind, id: row, excess, late, months }) => ({ kind, row, excess, late: late.length, months }));
    expect(rowsOf(next)).toEqual(rowsOf(after));
  });

  it('follow the plan: what has moved on is named, left out, and kept or taken out', async () => {
    const { lead, id } = await overloaded();
    const scenario = await begin(lead);
    const { changes } = await say(lead, scenario, { kind: 'move', actionId: id, toOn: later });
    const params = { id: scenario, change: changes[0]?.id ?? '' };
    expect((await lead.try(keep, { params })).problem.code).toBe('rule');
    await lead.ask(routes.actions.moveDue, { params: { id }, body: { dueOn: dayAfter(last, 5), reason: 'capacity', agreedBy: 'Board' } });
    expect((await lead.ask(page, { params: { id: scenario } })).conflicts).toMatchObject([{ id: params.change, mayKeep: true, says: expect.stringContaining('is due on') as string }]);
    expect((await lead.try(propose, { params: { id: scenario } })).problem.detail).toContain('The plan has moved on');
    expect(await lead.ask(keep, { params })).toMatchObject({ conflicts: [], changes: [{ fromOn: dayAfter(last, 5) }] });
    await lead.ask(propose, { params: { id: scenario } });
    expect((await lead.try(takeOut, { params })).problem).toMatchObject({ code: 'rule' });
    // Agreed, and then the action is gone.
    await lead.ask(routes.actions.withdraw, { params: { id }, body: { reason: 'Not needed' } });
    expect((await lead.try(apply, { params: { id: scenario } })).problem.detail).toContain('was taken out of the plan');
    expect(await lead.ask(draft, { params: { id: scenario } })).toMatchObject({ state: 'draft', answers: [], conflicts: [{ mayKeep: false }] });
    expect((await lead.try(keep, { params })).problem.code).toBe('rule');
    expect((await lead.ask(takeOut, { params })).changes).toEqual([]);
    expect((await lead.try(propose, { params: { id: scenario } })).problem.detail).toBe('It changes nothing yet');
    expect((await lead.ask(withdraw, { params: { id: scenario } })).state).toBe('withdrawn');
    expect((await lead.try(change, { params: { id: scenario }, body: { kind: 'drop', actionId: id } })).problem.code).toBe('rule');
  });

  it('refuse what could not be done, and save nothing of it', async () => {
    const { lead, ann, id, line } = await overloaded();
    const elsewhere = await stage.person(['lead'], 'eastvale');
    const foreign = await action(elsewhere, await organisation('eastvale'));
    const scenario = await begin(lead);
    expect(await refusal(lead, scenario, { kind: 'move', actionId: id, toOn: dayAfter(first, -1) })).toEqual([expect.stringContaining('It starts on')]);
    expect(await refusal(lead, scenario, { kind: 'move', actionId: id })).toEqual(['Give the day']);
    expect(await refusal(lead, scenario, { kind: 'move', actionId: foreign, toOn: later })).toEqual(['That action is not open, or not in the plan']);
    expect(await refusal(lead, scenario, { kind: 'assign', effortId: line, personId: elsewhere.personId, minutes: 45 })).toEqual(['Nobody of that name is here']);
    expect(await refusal(lead, scenario, { kind: 'assign', effortId: line, personId: ann, minutes: 45 })).toEqual([expect.stringContaining('down for it already')]);
    expect(await refusal(lead, scenario, { kind: 'assign', effortId: id, personId: ann, minutes: 45 })).toEqual([expect.stringContaining('That line of effort is not there')]);
    expect(await refusal(lead, scenario, { kind: 'drop', actionId: id, minutes: -1 })).toEqual([expect.any(String)]);
    expect(await refusal(lead, scenario, { kind: 'abolish', actionId: id })).toEqual([expect.any(String)]);
    expect((await lead.ask(page, { params: { id: scenario } })).changes).toEqual([]);
    // What another kind would say is not kept.
    expect((await say(lead, scenario, { kind: 'drop', actionId: id, toOn: later, title: 'x' })).changes).toMatchObject([{ toOn: null, title: null }]);
    expect((await lead.try(add, { body: { name: (await lead.ask(list)).items[0]?.name.toUpperCase() ?? '' } })).problem.code).toBe('name_taken');
    for (const who of [elsewhere, await stage.person(['lead', 'administrator'], 'eastvale')]) {
      expect((await who.try(page, { params: { id: scenario } })).problem.code).toBe('not_found');
      expect((await who.try(propose, { params: { id: scenario } })).problem.code).toBe('not_found');
      expect((await who.ask(list)).items.map((one) => one.id)).not.toContain(scenario);
    }
  });

  it('go round a circle of what waits for what', async () => {
    const { lead, trust, id } = await overloaded();
    const other = await action(lead, trust, { dueOn: dayAfter(last, 3), daysNeeded: 1 });
    await stage.owner.query('alter table dependency disable trigger user');
    for (const [a, b] of [[id, other], [other, id]]) await stage.owner.query(`insert into dependency (locality_id, first_id, then_id, kind) select locality_id, $1, $2, 'blocks' from action where id = $1`, [a, b]);
    await stage.owner.query('alter table dependency enable trigger user');
    const scenario = await begin(lead);
    await say(lead, scenario, { kind: 'move', actionId: id, toOn: later });
    await lead.ask(propose, { params: { id: scenario } });
    expect((await lead.ask(apply, { params: { id: scenario } })).did).toHaveLength(2);
    expect((await lead.ask(routes.actions.page, { params: { id: other } })).dueOn).toBe(later);
    await stage.owner.query('delete from dependency where first_id in ($1, $2)', [id, other]);
  });

  it('tell a person’s figures to that person’s leads and to who made them, and of organisations no fewer than three people', async () => {
    const { trust, lead, ann, line } = await overloaded();
    const ben = await giver(lead, trust);
    const scenario = await begin(lead);
    await say(lead, scenario, { kind: 'reassign', effortId: line, personId: ann, toPersonId: ben });
    const outside = await stage.person(['lead'], 'northmoor', await organisation());
    const seen = await outside.ask(page, { params: { id: scenario } });
    expect(seen.changes).toMatchObject([{ personId: null, personName: null, personOrganisationId: trust, toPersonId: null, toPersonName: null }]);
    expect(seen.facts?.people.map((one) => one.id)).not.toContain(ann);
    const line0 = seen.facts?.work.flatMap((one) => one.lines).find((one) => one.id === line);
    expect(line0?.parts).toEqual([{ personId: null, organisationId: trust, minutes: 6_000 }]);
    // Of days nothing is told but the month's, spread evenly: no day off can be seen.
    const others = seen.facts?.organisations.find((one) => one.id === trust)?.others?.[0]?.minutes ?? [];
    const working = others.slice(31, 62).filter((one) => one > 0);
    expect(Math.max(...working) - Math.min(...working)).toBeLessThanOrEqual(Math.max(...working) / 2);
    // It comes to the same plan for them, person by person or together.
    expect(reckoned(seen).conflicts).toEqual([]);
    for (const role of ['executive', 'critical_friend'] as const) {
      const told = await (await stage.person([role])).ask(page, { params: { id: scenario } });
      expect(told).toMatchObject({ facts: null, choices: null, changes: [{ personName: null, minutes: null, fromMinutes: null }] });
      expect(told.before?.rows.every((one) => one.kind === 'organisation' && one.id !== trust)).toBe(true);
      expect((await (await stage.person([role])).try(propose, { params: { id: scenario } })).problem.code).toBe('not_permitted');
    }
    await giver(lead, trust);
    const told = await (await stage.person(['executive'])).ask(page, { params: { id: scenario } });
    expect(told.before?.rows.some((one) => one.id === trust)).toBe(true);
    expect((await (await stage.person(['expert'])).try(page, { params: { id: scenario } })).problem.code).toBe('not_permitted');
    // Somebody of another organisation, taken off by a lead who may not see who it is, is still the right one.
    await lead.ask(propose, { params: { id: scenario } });
    const done = await outside.ask(apply, { params: { id: scenario } });
    expect(done.did.join()).not.toMatch(/Person|days/);
    expect((await lead.ask(routes.demand.ofAction, { params: { id: seen.changes[0]?.actionId ?? '' } })).items[0]?.people).toMatchObject([{ personId: ben, minutes: 6_000, state: 'confirmed' }]);
  });
});
