import { type ProofOf, routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter, weekday } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { read } = routes.proof;
const today = londonDay(new Date());
const month = monthsAfter(`${today.slice(0, 7)}-01`, 1);
/** The first Monday of next month, and the Friday after: five days, of which a holiday may be one. */
const monday = dayAfter(month, (7 - weekday(month)) % 7);
const friday = dayAfter(monday, 4);
const full = { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 };

describe('the proof of what fits', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  let many = 0;
  const organisation = async () => (await (await stage.person(['lead'])).ask(routes.organisations.add, { body: { name: `Trust ${(many += 1)}`, kind: 'nhs_trust', aliases: [] } })).id;
  const giver = async (lead: Caller, organisationId: string, percent = 100): Promise<string> => {
    const { id } = await lead.ask(routes.people.add, { body: { name: `Person ${(many += 1)}`, organisationId } });
    await lead.ask(routes.supply.setPattern, { params: { id }, body: full });
    await lead.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
    return id;
  };
  const action = async (lead: Caller, organisationId: string, dueOn: string, more: { readonly startOn?: string; readonly daysNeeded?: number } = {}) => {
    const plan = await lead.ask(routes.plans.add, { body: { title: `Plan ${(many += 1)}` } });
    return (await lead.ask(routes.actions.add, { body: { planId: plan.id, ref: `${(many += 1)}.1`, title: 'Work', horizon: 'medium', accountableOrganisationId: organisationId, dueOn, ...more } })).id;
  };
  const effort = async (lead: Caller, id: string, likelyMinutes: number, personId?: string) => {
    const line = (await lead.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'even' } })).items.at(-1)?.id ?? '';
    if (personId) await lead.ask(routes.demand.request, { params: { id: line }, body: { personId, minutes: likelyMinutes } });
  };
  const proof = (who: Caller, of: ProofOf, id: string) => who.ask(read, { query: { of, id } });
  const stand = async () => {
    const organisationId = await organisation();
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    return { organisationId, lead, ann: await giver(lead, organisationId) };
  };

  it('names the stretch, the work at fault, what gets rid of it, and a colleague who has room', async () => {
    const { organisationId, lead, ann } = await stand();
    const ben = await giver(lead, organisationId, 40);
    const id = await action(lead, organisationId, friday, { startOn: monday });
    await effort(lead, id, 3_000, ann);
    const said = await proof(lead, 'person', ann);
    expect(said).toMatchObject({ of: 'person', state: 'over', people: 1, unknown: 0, needed: 3_000, more: 0, settled: [], overloads: [{ needed: 3_000, items: [{ id, minutes: 3_000, nobody: 0, fromOn: monday, toOn: friday, isOverdue: false }] }] });
    const [over] = said.overloads;
    expect(over?.excess).toBe(3_000 - (over?.given ?? 0));
    expect(over?.less).toMatchObject([{ id, minutes: over?.excess }]);
    expect(over?.helpers).toMatchObject([{ id: ben }]);
    // What it says is enough, and a day less is not.
    expect(over?.later).toMatchObject({ id, fromOn: friday, isWay: false });
    const dueOn = over?.later?.toOn ?? '';
    const move = (to: string) => lead.ask(routes.actions.moveDue, { params: { id }, body: { dueOn: to, reason: 'capacity', agreedBy: 'Board' } });
    await move(dayAfter(dueOn, -1));
    expect((await proof(lead, 'person', ann)).state).toBe('over');
    await move(dueOn);
    expect((await proof(lead, 'person', ann)).state).toBe('fits');
  });

  it('says in which order a month fits that is over on the heat map', async () => {
    const { organisationId, lead, ann } = await stand();
    const { months } = await lead.ask(routes.supply.person, { params: { id: ann } });
    const given = months.find((one) => one.month === month.slice(0, 7))?.given ?? 0;
    const [end, after] = [dayAfter(monthsAfter(month, 1), -1), dayAfter(monthsAfter(month, 2), -1)];
    const long = await action(lead, organisationId, after, { startOn: month });
    await effort(lead, long, Math.floor(given * 1.1), ann);
    const urgent = await action(lead, organisationId, end, { startOn: month });
    await effort(lead, urgent, Math.floor(given * 0.6), ann);
    const row = (await lead.ask(routes.loads.page, { query: { by: 'person', months: 3 } })).rows.find((one) => one.id === ann);
    expect(row?.months[1]?.band).toBe('over');
    const said = await proof(lead, 'person', ann);
    expect(said).toMatchObject({ state: 'fits', overloads: [], settled: [{ month: month.slice(0, 7), percent: row?.months[1]?.percent, order: [{ id: urgent }, { id: long }] }] });
  });

  it('puts an organisation’s people together with what nobody is down for, and tells who of them is over', async () => {
    const { organisationId, lead, ann } = await stand();
    const ben = await giver(lead, organisationId);
    await effort(lead, await action(lead, organisationId, friday, { startOn: monday }), 2_000, ann);
    await action(lead, organisationId, friday, { startOn: monday, daysNeeded: 1 });
    await action(lead, organisationId, friday);
    const said = await proof(lead, 'organisation', organisationId);
    expect(said).toMatchObject({ state: 'fits', people: 2, needed: 2_450, leftOut: 1 });
    expect(said.members).toMatchObject([{ id: ann, state: 'over' }, { id: ben, state: 'nothing', excess: 0 }]);
    await action(lead, organisationId, friday, { startOn: monday, daysNeeded: 9 });
    const over = await proof(lead, 'organisation', organisationId);
    expect(over).toMatchObject({ state: 'over', overloads: [{ needed: 6_500, items: [{ minutes: 4_050, nobody: 4_050 }, { minutes: 2_000, nobody: 0 }, { minutes: 450 }] }] });
  });

  it('cannot be given where nobody has said when they work', async () => {
    const { organisationId, lead } = await stand();
    const { id: silent } = await lead.ask(routes.people.add, { body: { name: 'Silent', organisationId } });
    await effort(lead, await action(lead, organisationId, friday), 900, silent);
    expect(await proof(lead, 'person', silent)).toMatchObject({ state: 'unknown', unknown: 1, overloads: [] });
    const other = await organisation();
    await action(lead, other, friday, { daysNeeded: 2 });
    expect(await proof(lead, 'organisation', other)).toMatchObject({ state: 'unknown', people: null });
    await lead.ask(routes.capacity.confirm, { body: { cells: [{ organisationId: other, month: today.slice(0, 7), days: 0, was: null }, { organisationId: other, month: month.slice(0, 7), days: 1, was: null }] } });
    expect(await proof(lead, 'organisation', other)).toMatchObject({ state: 'over', people: null });
  });

  it('is a person’s own and their leads’, and tells nobody else of one or two', async () => {
    const { organisationId, lead, ann } = await stand();
    const ben = await giver(lead, organisationId);
    await effort(lead, await action(lead, organisationId, friday, { startOn: monday }), 4_000, ann);
    const { id: team } = await lead.ask(routes.teams.add, { body: { name: 'Hub', kind: 'team', organisationId } });
    const join = (personId: string) => lead.ask(routes.teams.join, { params: { id: team }, body: { personId, fromOn: '2026-01-01', toOn: null } });
    for (const one of [ann, ben]) await join(one);
    expect(await proof(lead, 'team', team)).toMatchObject({ state: 'over', people: 2 });

    const outside = await stage.person(['lead'], 'northmoor', await organisation());
    const executive = await stage.person(['executive'], 'northmoor', organisationId);
    const friend = await stage.person(['critical_friend']);
    const blank = { state: 'hidden', needed: 0, given: 0, overloads: [], settled: [], members: [] };
    for (const who of [outside, executive, friend]) {
      expect((await who.try(read, { query: { of: 'person', id: ann } })).problem.code).toBe('not_found');
      expect(await proof(who, 'team', team)).toMatchObject(blank);
    }
    expect(await proof(executive, 'person', executive.personId ?? '')).toMatchObject({ state: 'nothing' });
    for (const who of [executive, friend]) expect(await proof(who, 'organisation', organisationId)).toMatchObject(blank);
    expect(await proof(outside, 'organisation', organisationId)).toMatchObject({ state: 'over', members: [], overloads: [{ helpers: [] }] });
    await join(await giver(lead, organisationId));
    for (const who of [executive, friend]) {
      // One person's part of an action is theirs.
      expect(await proof(who, 'organisation', organisationId)).toMatchObject({ state: 'fits', members: [] });
      await effort(lead, await action(lead, organisationId, friday, { startOn: monday }), 4_000, ben);
      expect(await proof(who, 'organisation', organisationId)).toMatchObject({ state: 'over', members: [], overloads: [{ items: [{ minutes: null, nobody: null }, { minutes: null, nobody: null }] }] });
      await stage.owner.query('update effort set withdrawn_at = now() where id in (select effort_id from assignment where person_id = $1)', [ben]);
    }
    expect((await (await stage.person(['expert'])).try(read, { query: { of: 'organisation', id: organisationId } })).problem.code).toBe('not_permitted');
    const elsewhere = await stage.person(['lead', 'administrator'], 'eastvale');
    for (const [of, id] of [['person', ann], ['team', team], ['organisation', organisationId]] as const) expect((await elsewhere.try(read, { query: { of, id } })).problem.code).toBe('not_found');
    expect((await lead.try(read, { query: { of: 'skill' as never, id: ann } })).problem.code).toBe('bad_input');
  });

  it('puts nothing off beyond what waits for it', async () => {
    const { organisationId, lead, ann } = await stand();
    const id = await action(lead, organisationId, friday, { startOn: monday });
    await effort(lead, id, 9_000, ann);
    expect((await proof(lead, 'person', ann)).overloads[0]?.later).not.toBeNull();
    const then = await action(lead, organisationId, dayAfter(friday, 3));
    await lead.ask(routes.dependencies.add, { params: { id: then }, body: { otherId: id, otherComes: 'first', kind: 'blocks' } });
    expect((await proof(lead, 'person', ann)).overloads[0]?.later).toBeNull();
  });
});
