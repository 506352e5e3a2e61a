import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { page, parts } = routes.capability;
const today = londonDay(new Date());
const month = monthsAfter(`${today.slice(0, 7)}-01`, 1).slice(0, 7);
const [first, last] = [`${month}-01`, dayAfter(monthsAfter(`${month}-01`, 1), -1)];
const full = { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 };

describe('capability', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  let many = 0;
  const organisation = async () => (await (await stage.person(['lead'])).ask(routes.organisations.add, { body: { name: `Trust ${(many += 1)}`, kind: 'nhs_trust', aliases: [] } })).id;
  const skill = async (lead: Caller): Promise<string> => {
    const name = `Skill ${(many += 1)}`;
    return (await lead.ask(routes.skills.add, { body: { name } })).items.find((one) => one.name === name)?.id ?? '';
  };
  /** Somebody who works full time, is released so far, and has a skill at a level. */
  const holder = async (lead: Caller, organisationId: string, skillId: string, level: number, percent = 100): Promise<string> => {
    const { id } = await lead.ask(routes.people.add, { body: { name: `Person ${(many += 1)}`, organisationId } });
    await lead.ask(routes.supply.setPattern, { params: { id }, body: full });
    await lead.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
    await lead.ask(routes.skills.hold, { params: { id, skill: skillId }, body: { level } });
    return id;
  };
  const work = async (lead: Caller, organisationId: string, skillId: string, likelyMinutes: number, more: { readonly level?: number; readonly dueOn?: string } = {}) => {
    const plan = await lead.ask(routes.plans.add, { body: { title: `Plan ${(many += 1)}` } });
    const { id } = await lead.ask(routes.actions.add, { body: { planId: plan.id, ref: '1', title: 'Work', horizon: 'medium', accountableOrganisationId: organisationId, startOn: first, dueOn: more.dueOn ?? last } });
    const { items } = await lead.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'even', skillId, ...(more.level ? { level: more.level } : {}) } });
    return { id, line: items.at(-1)?.id ?? '' };
  };
  const lines = async (who: Caller, skillId: string) => (await who.ask(page)).skills.filter((one) => one.skillId === skillId);

  it('sets what is needed by skill and level beside what is held, with the list behind it', async () => {
    const organisationId = await organisation();
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const skillId = await skill(lead);
    const [ann, bo] = [await holder(lead, organisationId, skillId, 4, 50), await holder(lead, organisationId, skillId, 2)];
    const { id } = await work(lead, organisationId, skillId, 9_000, { level: 4 });
    await work(lead, organisationId, skillId, 450, { level: 2 });
    const supply = async (person: string) => (await lead.ask(routes.supply.person, { params: { id: person } })).months.find((one) => one.month === month)?.given ?? 0;
    const given = [await supply(ann), await supply(bo)] as const;
    const [two, four] = await lines(lead, skillId);
    expect(two).toMatchObject({ level: 2, people: 2, actions: 2, months: [{ month, needed: 9_450, isFew: false }] });
    expect(Math.abs((two?.months[0]?.held ?? 0) - given[0] - given[1])).toBeLessThanOrEqual(2);
    expect(four).toMatchObject({ level: 4, people: 1, actions: 1, months: [{ month, needed: 9_000 }] });
    expect(four?.months[0]?.gap).toBe(9_000 - (four?.months[0]?.held ?? 0));
    expect((await lead.ask(page)).singlePoints.filter((one) => one.skillId === skillId)).toMatchObject([{ level: 3, personId: ann, actions: 1 }, { level: 4, personId: ann, actions: 1 }]);
    const list = await lead.ask(parts, { query: { skill: skillId, level: 3, month } });
    expect(list).toMatchObject({ more: 0, actions: [{ id, ref: '1', minutes: 9_000 }], people: [{ id: ann, level: 4 }] });
    expect(Math.abs((list.people[0]?.given ?? 0) - given[0])).toBeLessThanOrEqual(1);
    expect((await lead.ask(parts, { query: { skill: skillId, level: 2 } })).actions).toHaveLength(2);
    expect((await lead.ask(parts, { query: { skill: skillId, level: 2, month: '2020-01' } })).actions).toEqual([]);
    expect((await lead.try(parts, { query: { skill: organisationId, level: 2 } })).problem.code).toBe('not_found');
    expect((await lead.try(parts, { query: { skill: skillId, level: 5 } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'level' }] });
  });

  it('never takes somebody who has not said when they work for nothing', async () => {
    const organisationId = await organisation();
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const skillId = await skill(lead);
    await work(lead, organisationId, skillId, 450);
    expect((await lines(lead, skillId))[0]).toMatchObject({ people: 0, months: [{ held: 0, gap: 450 }] });
    const { id } = await lead.ask(routes.people.add, { body: { name: 'Silent', organisationId } });
    await lead.ask(routes.skills.hold, { params: { id, skill: skillId }, body: { level: 3 } });
    expect((await lines(lead, skillId))[0]).toMatchObject({ people: 1, months: [{ held: null, gap: null, isFew: false }] });
  });

  it('tells names with their skills, and minutes only to who may see them, whichever levels are compared', async () => {
    const organisationId = await organisation();
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const [outside, executive] = [await stage.person(['lead'], 'northmoor', await organisation()), await stage.person(['executive'], 'northmoor', organisationId)];
    const skillId = await skill(lead);
    const people = [await holder(lead, organisationId, skillId, 3), await holder(lead, organisationId, skillId, 3), await holder(lead, organisationId, skillId, 3)];
    await work(lead, organisationId, skillId, 900);
    await work(lead, organisationId, skillId, 900, { level: 4 });
    const held = async (who: Caller) => (await lines(who, skillId)).map((one) => one.months[0]?.held);
    expect(await held(executive)).toEqual([(await held(lead))[0], 0]);
    // A fourth who can teach: the two levels would differ by that one person's days.
    const fourth = await holder(lead, organisationId, skillId, 4);
    for (const who of [outside, executive]) {
      expect((await lines(who, skillId)).map((one) => one.months[0])).toEqual([{ month, needed: 1_800, held: null, gap: null, isFew: true }, { month, needed: 900, held: null, gap: null, isFew: true }]);
      const list = await who.ask(parts, { query: { skill: skillId, level: 3, month } });
      expect(list.people.map((one) => [one.id, one.given])).toEqual(expect.arrayContaining([...people, fourth].map((id) => [id, null])));
      expect(list.people.every((one) => one.name.length > 0)).toBe(true);
    }
    expect((await held(lead)).every((one) => one !== null && one !== undefined && one > 0)).toBe(true);
    expect((await (await stage.person(['expert'])).try(page)).problem.code).toBe('not_permitted');
    expect((await (await stage.person(['lead'], 'eastvale')).ask(page)).skills).toEqual([]);
  });

  it('names posts whose money ends before their work, to that person and their own leads', async () => {
    const organisationId = await organisation();
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const skillId = await skill(lead);
    const ann = await holder(lead, organisationId, skillId, 3);
    const { id, line } = await work(lead, organisationId, skillId, 450, { dueOn: dayAfter(today, 120) });
    await lead.ask(routes.demand.request, { params: { id: line }, body: { personId: ann, minutes: 450 } });
    const fund = async (fundedUntil: string) => {
      const { version } = await lead.ask(routes.supply.person, { params: { id: ann } });
      await lead.ask(routes.supply.fund, { params: { id: ann }, body: { fundedUntil, version } });
    };
    await fund(dayAfter(today, 120));
    expect((await lead.ask(page)).fundingEnds).toEqual([]);
    await fund(dayAfter(today, 119));
    expect((await lead.ask(page)).fundingEnds).toMatchObject([{ personId: ann, fundedUntil: dayAfter(today, 119), actions: [{ id, dueOn: dayAfter(today, 120) }] }]);
    for (const who of [await stage.person(['lead'], 'northmoor', await organisation()), await stage.person(['executive'], 'northmoor', organisationId)]) expect((await who.ask(page)).fundingEnds).toEqual([]);
  });

  it('names the professions that a team wants and nobody in it has', async () => {
    const lead = await stage.person(['lead']);
    const { id, wanted } = await lead.ask(routes.teams.add, { body: { name: 'Home first', kind: 'multi_disciplinary', wanted: ['Nurse', 'Therapist', 'Social worker'] } });
    expect(wanted).toEqual(['Nurse', 'Therapist', 'Social worker']);
    for (const [profession, fromOn] of [['nurse', today], ['Therapist', dayAfter(today, 30)]] as const) {
      const person = await lead.ask(routes.people.add, { body: { name: `Person ${(many += 1)}`, profession } });
      await lead.ask(routes.teams.join, { params: { id }, body: { personId: person.id, fromOn, toOn: null } });
    }
    const ours = async () => (await lead.ask(page)).teams.find((one) => one.id === id);
    expect(await ours()).toEqual({ id, name: 'Home first', wanted: 3, missing: [{ profession: 'Therapist', comesOn: dayAfter(today, 30) }, { profession: 'Social worker', comesOn: null }] });
    expect(await lead.ask(routes.teams.edit, { params: { id }, body: { wanted: ['Nurse'], version: 1 } })).toMatchObject({ wanted: ['Nurse'], version: 2 });
    expect(await ours()).toBeUndefined();
    expect((await lead.try(routes.teams.edit, { params: { id }, body: { wanted: new Array<string>(31).fill('x'), version: 2 } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'wanted' }] });
  });
});
