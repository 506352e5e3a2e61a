import { routes } from '@followthrough/contracts';
import { assessAction, dayAfter, flagSays, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';
import { LoadClock } from './load-clock';

const today = londonDay(new Date());
const due = dayAfter(today, 40);

describe('what capacity says of an action', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  let many = 0;
  const tick = () => stage.app.get(LoadClock).tick({ atOnce: true });
  const organisation = async () => (await (await stage.person(['lead'])).ask(routes.organisations.add, { body: { name: `Partner ${(many += 1)}`, kind: 'voluntary', aliases: [] } })).id;
  /** Somebody who works full time, of whom so much is released. */
  const giver = async (lead: Caller, organisationId: string, percent: number): Promise<string> => {
    const { id } = await lead.ask(routes.people.add, { body: { name: `Person ${(many += 1)}`, organisationId } });
    await lead.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
    if (percent > 0) await lead.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
    return id;
  };
  const line = async (lead: Caller, id: string, likelyMinutes: number) => (await lead.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'even' } })).items.at(-1)?.id ?? '';
  const flags = async (who: Caller, plan: string) => (await who.ask(routes.actions.list, { query: { plan } })).items[0]?.flags;
  const says = async (who: Caller, id: string): Promise<readonly string[]> => {
    const { facts, setting } = (await who.ask(routes.actions.page, { params: { id } })).assessment;
    return assessAction(facts, setting, today, () => 'Green').flags.map((one) => flagSays(one, 'on_track', () => 'Green'));
  };

  it('is that nobody is down for it and its organisation has nothing to give, until somebody has', async () => {
    const organisationId = await organisation();
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan, { ownerId: lead.personId, accountableOrganisationId: organisationId, dueOn: due, daysNeeded: 12 });
    const person = await giver(lead, organisationId, 0);
    expect(await flags(lead, plan)).toEqual([]);
    await tick();
    expect(await flags(lead, plan)).toEqual(['unresourced']);
    expect(await says(lead, id)).toEqual(['Green, but nobody is down for its 12 days, and its organisation has none to give']);
    expect((await lead.ask(routes.actions.list, { query: { plan, flag: 'unresourced' } })).total).toBe(1);
    // Of another day it says nothing until it is reckoned again.
    await lead.ask(routes.actions.moveDue, { params: { id }, body: { dueOn: dayAfter(due, 7), reason: 'capacity', agreedBy: 'Board' } });
    expect(await flags(lead, plan)).toEqual([]);
    await tick();
    expect(await flags(lead, plan)).toEqual(['unresourced']);
    await lead.ask(routes.supply.release, { params: { id: person }, body: { fromOn: '2026-01-01', toOn: null, percent: 20, fundedUntil: null } });
    await tick();
    expect(await flags(lead, plan)).toEqual([]);
  });

  it('is that its owner has more to do than they can give, with figures for who may see theirs', async () => {
    const organisationId = await organisation();
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const owner = await giver(lead, organisationId, 10);
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan, { ownerId: owner, accountableOrganisationId: organisationId, dueOn: due });
    const other = await anAction(lead, await aPlan(lead), { accountableOrganisationId: organisationId, dueOn: dayAfter(due, -10) });
    for (const [action, minutes] of [[id, 1_800], [other, 2_250]] as const) await lead.ask(routes.demand.request, { params: { id: await line(lead, action, minutes) }, body: { personId: owner, minutes } });
    await tick();
    expect(await flags(lead, plan)).toEqual(['owner_over']);
    const [said = ''] = await says(lead, id);
    expect(said).toMatch(/^Green, but its owner has 9 days of work and [12](\.\d)? to give before /);
    // Everybody else is told the fact and no figure.
    for (const who of [await stage.person(['lead'], 'northmoor', await organisation()), await stage.person(['executive'], 'northmoor', organisationId)]) {
      expect(await flags(who, plan)).toEqual(['owner_over']);
      expect(await says(who, id)).toEqual([said.replace(/its owner has .* before/, 'its owner has more work than they can do before')]);
      expect((await who.ask(routes.actions.page, { params: { id } })).assessment.facts).toMatchObject({ isOwnerOver: true, ownerDays: null, ownerGivenDays: null });
    }
    // With another owner it says nothing of this one.
    await lead.ask(routes.actions.edit, { params: { id }, body: { ownerId: lead.personId, version: (await lead.ask(routes.actions.page, { params: { id } })).version } });
    expect(await flags(lead, plan)).toEqual([]);
  });

  it('is reckoned again when something was written that it is made of, and on another day', async () => {
    await tick();
    expect(await tick()).toBe(0);
    // Anew at most once a minute.
    const lead = await stage.person(['lead']);
    await anAction(lead, await aPlan(lead));
    expect(await stage.app.get(LoadClock).tick()).toBe(0);
    await stage.owner.query(`update load_reckoning set at = at - interval '2 minutes'`);
    expect(await stage.app.get(LoadClock).tick()).toBe(1);
    await stage.owner.query(`update load_reckoning set on_day = on_day - 1, at = at - interval '1 day'`);
    expect(await stage.app.get(LoadClock).tick()).toBe(2);
  });
});
