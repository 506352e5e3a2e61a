import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { show, actions, ofAction } = routes.deliverability;
const today = londonDay(new Date());
const month = monthsAfter(`${today.slice(0, 7)}-01`, 1).slice(0, 7);
const [first, last] = [`${month}-01`, dayAfter(monthsAfter(`${month}-01`, 1), -1)];
const full = { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 };
const verdicts = ['green', 'amber', 'red', 'unknown'] as const;

describe('deliverability', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  let many = 0;
  const organisation = async (lead: Caller) => (await lead.ask(routes.organisations.add, { body: { name: `Trust ${(many += 1)}`, kind: 'nhs_trust', aliases: [] } })).id;
  const plan = async (lead: Caller) => (await lead.ask(routes.plans.add, { body: { title: `Plan ${(many += 1)}` } })).id;
  const action = async (lead: Caller, planId: string, more: object = {}) => (await lead.ask(routes.actions.add, { body: { planId, ref: `${(many += 1)}`, title: `Work ${many}`, horizon: 'medium', startOn: first, dueOn: last, ...more } })).id;
  const giver = async (lead: Caller, organisationId: string, percent = 100): Promise<string> => {
    const { id } = await lead.ask(routes.people.add, { body: { name: `Person ${(many += 1)}`, organisationId } });
    await lead.ask(routes.supply.setPattern, { params: { id }, body: full });
    await lead.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
    return id;
  };
  const effort = async (lead: Caller, id: string, likelyMinutes: number, on: readonly (readonly [string, number])[] = [], more: object = {}) => {
    const { items } = await lead.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'even', ...more } });
    for (const [personId, minutes] of on) await lead.ask(routes.demand.request, { params: { id: items.at(-1)?.id ?? '' }, body: { personId, minutes } });
  };
  const confirm = (lead: Caller, organisationId: string, days: number) => lead.ask(routes.capacity.confirm, { body: { cells: [{ organisationId, month, days, was: null }] } });
  const reads = async (who: Caller, id: string) => Object.fromEntries((await who.ask(ofAction, { params: { id } })).aspects.map((one) => [one.aspect, one]));
  /** Every page of the list. */
  const all = async (who: Caller, query: Readonly<Record<string, unknown>>) => {
    const pages = [await who.ask(actions, { query })];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await who.ask(actions, { query: { ...query, after: next } }));
    return { total: pages[0]?.total, items: pages.flatMap((one) => one.items) };
  };

  it('of an action is the worst of its days, its skills and its promises, with three reasons', async () => {
    const setting = await stage.person(['lead']);
    const organisationId = await organisation(setting);
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const id = await action(lead, await plan(lead), { accountableOrganisationId: organisationId, daysNeeded: 10 });
    expect(await reads(lead, id)).toMatchObject({ capacity: { verdict: 'unknown', reason: expect.stringMatching(/^What Trust \d+ can give in .* is not known$/) as string }, capability: { verdict: 'unknown', reason: 'No line of its effort says which skill it needs' }, commitment: { verdict: 'unknown' } });
    await confirm(lead, organisationId, 8);
    expect(await lead.ask(ofAction, { params: { id } })).toMatchObject({ verdict: 'red', leftMinutes: 4_500, hasPeople: false, aspects: [{ aspect: 'capacity', verdict: 'red', reason: expect.stringMatching(/has 2 days more work than fits from .*, whatever is moved within its dates$/) as string }, {}, {}], carriers: [{ id: organisationId, isPerson: false, months: [{ month, percent: 125, band: 'over', isFew: false }] }] });
    await lead.ask(routes.capacity.confirm, { body: { cells: [{ organisationId, month, days: 20, was: 8 }] } });
    expect((await reads(lead, id))['capacity']).toMatchObject({ verdict: 'green', reason: 'There is room for it in each of its months' });
    const { items } = await lead.ask(routes.skills.add, { body: { name: `Skill ${(many += 1)}` } });
    await effort(lead, id, 4_500, [], { skillId: items.find((one) => one.name === `Skill ${many}`)?.id ?? '' });
    expect((await reads(lead, id))['capability']).toMatchObject({ verdict: 'red', reason: `Nobody here has Skill ${many} (able)` });
    // A promise that its organisation makes and nobody sponsors.
    await lead.ask(routes.promises.ask, { params: { id: organisationId }, body: { minutes: 450, fromOn: today, toOn: null } });
    expect((await reads(lead, id))['commitment']).toMatchObject({ verdict: 'red', reason: expect.stringContaining('No sponsor is named') as string });
    expect((await lead.try(ofAction, { params: { id: organisationId } })).problem.code).toBe('not_found');
    expect((await lead.try(show, { query: { plan: organisationId } })).problem.code).toBe('not_found');
  });

  it('of a plan counts what its list shows, whichever way it is asked', async () => {
    const lead = await stage.person(['lead']);
    const [planId, other] = [await plan(lead), await plan(lead)];
    const places = [await organisation(lead), await organisation(lead), await organisation(lead)] as const;
    await confirm(lead, places[0], 30);
    await confirm(lead, places[1], 12);
    await action(lead, other, { accountableOrganisationId: places[0], daysNeeded: 2 });
    for (let at = 0; at < 56; at += 1) {
      const place = places[at % 4];
      await action(lead, planId, { ...(place ? { accountableOrganisationId: place } : {}), ...(at % 5 === 0 ? {} : { daysNeeded: 1 + (at % 3) }), ...(at % 7 === 0 ? { startOn: undefined, dueOn: undefined } : {}) });
    }
    const page = await lead.ask(show, { query: { plan: planId } });
    const { items, total } = await all(lead, { plan: planId });
    expect(total).toBe(56);
    expect(new Set(items.map((one) => one.id)).size).toBe(56);
    const naive = (of: typeof items) => Object.fromEntries(verdicts.map((verdict) => [verdict, of.filter((one) => one.verdict === verdict).length]));
    const rank = { green: 0, unknown: 1, amber: 2, red: 3 } as const;
    for (const one of items) expect(rank[one.verdict]).toBe(Math.max(...one.aspects.map((each) => rank[each.verdict])));
    expect(page.counts).toEqual(naive(items));
    expect(items.map((one) => rank[one.verdict])).toEqual(items.map((one) => rank[one.verdict]).toSorted((a, b) => b - a));
    for (const { aspect, counts } of page.aspects) expect(counts).toEqual(naive(items.map((one) => ({ ...one, verdict: one.aspects.find((each) => each.aspect === aspect)?.verdict ?? 'unknown' }))));
    for (const place of page.places) {
      const theirs = await all(lead, { plan: planId, ...(place.id ? { organisation: place.id } : { unaccountable: true }) });
      expect([place.open, place.counts]).toEqual([theirs.total, naive(theirs.items)]);
    }
    expect(page.places.reduce((sum, one) => sum + one.open, 0)).toBe(56);
    expect(page.places.map((one) => rank[one.verdict])).toEqual(page.places.map((one) => rank[one.verdict]).toSorted((a, b) => b - a));
    for (const verdict of verdicts) expect((await lead.ask(actions, { query: { plan: planId, verdict } })).total).toBe(page.counts[verdict]);
    for (const { aspect, counts } of page.aspects) expect((await lead.ask(actions, { query: { plan: planId, aspect, verdict: 'red' } })).total).toBe(counts.red);
    expect((await lead.ask(actions, { query: { plan: planId, nobody: true } })).total).toBe(page.coverage.nobody);
    // What is over is what the heat map says is over.
    const { rows } = await lead.ask(routes.loads.page, { query: { by: 'organisation' } });
    expect(page.over).toMatchObject([{ month, id: places[1], band: 'over', percent: rows.find((one) => one.id === places[1])?.months[1]?.percent }]);
    for (const after of ['nonsense', Buffer.from('["ref up ","1"]').toString('base64url')]) expect((await lead.try(actions, { query: { after } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'after' }] });
    expect((await lead.try(actions, { query: { verdict: 'purple' as 'red' } })).problem.code).toBe('bad_input');
  });

  it('tells nobody’s load to who may not see it: an executive reads organisations, and fewer than three people not at all', async () => {
    const setting = await stage.person(['lead']);
    const [organisationId, elsewhere] = [await organisation(setting), await organisation(setting)];
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const [outside, executive, friend] = [await stage.person(['lead'], 'northmoor', elsewhere), await stage.person(['executive'], 'northmoor', organisationId), await stage.person(['critical_friend'])];
    const [ann, bo] = [await giver(lead, organisationId, 5), await giver(lead, organisationId)];
    const planId = await plan(lead);
    const id = await action(lead, planId, { accountableOrganisationId: organisationId });
    await effort(lead, id, 1_800, [[ann, 1_800]]);
    const capacity = async (who: Caller) => (await reads(who, id))['capacity'];
    expect(await capacity(lead)).toMatchObject({ verdict: 'red', reason: expect.stringMatching(/^Person \d+ has .* more work than fits/) as string });
    expect((await lead.ask(ofAction, { params: { id } })).carriers.map((one) => one.id)).toEqual([organisationId, ann]);
    expect((await lead.ask(show, { query: { plan: planId } })).places[0]?.aspects[0]?.reason).toMatch(/^Somebody who is down for it has .* more work than fits/);
    // Leads read every organisation; others none of fewer than three.
    expect(await capacity(outside)).toMatchObject({ verdict: 'green' });
    for (const who of [executive, friend]) expect(await capacity(who)).toMatchObject({ verdict: 'unknown', reason: expect.stringMatching(/^Fewer than three people make up what Trust/) as string });
    const said = async (who: Caller) => JSON.stringify([await who.ask(ofAction, { params: { id } }), await who.ask(show, { query: { plan: planId } }), await who.ask(actions, { query: { plan: planId } })]);
    for (const who of [outside, executive, friend]) for (const one of [ann, bo, 'Person ']) expect(await said(who)).not.toContain(one);
    await giver(lead, organisationId);
    for (const who of [executive, friend]) {
      expect(await capacity(who)).toMatchObject({ verdict: 'green' });
      expect((await who.ask(show, { query: { plan: planId } })).places).toMatchObject([{ id: organisationId, open: 1, aspects: [{ verdict: 'green' }, {}, {}] }]);
      for (const one of [ann, bo, 'Person ']) expect(await said(who)).not.toContain(one);
    }
    expect((await (await stage.person(['expert'])).try(show)).problem.code).toBe('not_permitted');
    const away = await stage.person(['lead'], 'eastvale');
    expect((await away.ask(show)).places).toEqual([]);
    expect((await away.try(ofAction, { params: { id } })).problem.code).toBe('not_found');
  });

  it('has nothing to say of an action that is closed', async () => {
    const lead = await stage.person(['lead']);
    const planId = await plan(lead);
    const id = await action(lead, planId, { daysNeeded: 3 });
    await lead.ask(routes.updates.report, { params: { id }, body: { status: 'complete', narrative: 'Done', evidence: [{ kind: 'observation', line: 'first', title: 'Visit of the ward', words: 'In use at both desks' }] } });
    expect(await lead.ask(ofAction, { params: { id } })).toEqual({ verdict: null, aspects: [], leftMinutes: null, hasPeople: false, carriers: [] });
    expect((await lead.ask(show, { query: { plan: planId } })).counts).toEqual({ green: 0, amber: 0, red: 0, unknown: 0 });
  });
});
