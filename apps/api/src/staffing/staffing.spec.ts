import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter, weekday } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { openStage, type Stage } from '../testing/stage';

const { list, line: lineOf, preview } = routes.staffing;
const today = londonDay(new Date());
const month = monthsAfter(`${today.slice(0, 7)}-01`, 1);
const monday = dayAfter(month, (7 - weekday(month)) % 7);
const friday = dayAfter(monday, 4);

describe('staffing', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  let many = 0;
  const organisation = async () => (await (await stage.person(['lead'])).ask(routes.organisations.add, { body: { name: `Trust ${(many += 1)}`, kind: 'nhs_trust', aliases: [] } })).id;
  const giver = async (lead: Caller, organisationId: string, percent = 100): Promise<string> => {
    const { id } = await lead.ask(routes.people.add, { body: { name: `Person ${(many += 1)}`, organisationId } });
    await lead.ask(routes.supply.setPattern, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 } });
    await lead.ask(routes.supply.release, { params: { id }, body: { fromOn: '2026-01-01', toOn: null, percent, fundedUntil: null } });
    return id;
  };
  const action = async (lead: Caller, organisationId: string, more: { readonly startOn?: string; readonly dueOn?: string; readonly daysNeeded?: number } = { startOn: monday, dueOn: friday }) => {
    const plan = await lead.ask(routes.plans.add, { body: { title: `Plan ${(many += 1)}` } });
    return (await lead.ask(routes.actions.add, { body: { planId: plan.id, ref: `${(many += 1)}.1`, title: 'Work', horizon: 'medium', accountableOrganisationId: organisationId, ...more } })).id;
  };
  const line = async (lead: Caller, id: string, likelyMinutes: number, more: { readonly skillId?: string; readonly level?: number } = {}) => (await lead.ask(routes.demand.add, { params: { id }, body: { purpose: 'deliver', lowMinutes: likelyMinutes, likelyMinutes, highMinutes: likelyMinutes, shape: 'even', ...more } })).items.at(-1)?.id ?? '';
  const skill = async (lead: Caller): Promise<string> => {
    const name = `Skill ${(many += 1)}`;
    return (await lead.ask(routes.skills.add, { body: { name } })).items.find((one) => one.name === name)?.id ?? '';
  };
  const has = (personId: string, skillId: string, level: number) => stage.owner.query('insert into person_skill (locality_id, person_id, skill_id, level) select locality_id, id, $2, $3 from person where id = $1', [personId, skillId, level]);
  const stand = async () => {
    const organisationId = await organisation();
    return { organisationId, lead: await stage.person(['lead'], 'northmoor', organisationId) };
  };

  it('queues what nobody is down for, soonest and biggest first, without what somebody has whole or is done', async () => {
    const { organisationId, lead } = await stand();
    const ann = await giver(lead, organisationId);
    const late = await line(lead, await action(lead, organisationId, { dueOn: dayAfter(friday, 30) }), 900);
    const small = await line(lead, await action(lead, organisationId), 900);
    const part = await line(lead, await action(lead, organisationId), 1_800);
    await lead.ask(routes.demand.request, { params: { id: part }, body: { personId: ann, minutes: 450 } });
    const whole = await line(lead, await action(lead, organisationId), 900);
    await lead.ask(routes.demand.request, { params: { id: whole }, body: { personId: ann, minutes: 900 } });
    const plain = await action(lead, organisationId, { daysNeeded: 1 });
    await action(lead, organisationId, { dueOn: friday });
    const said = await lead.ask(list, { query: { organisation: organisationId } });
    expect(said).toMatchObject({ total: 4, minutes: 3_600, next: null, items: [{ id: part, minutes: 1_350, givenMinutes: 450, isLine: true, dueOn: friday }, { id: small, minutes: 900 }, { id: late }, { id: plain, isLine: false, dueOn: null, minutes: 450 }] });
  });

  it('goes on page by page in one order', async () => {
    const { organisationId, lead } = await stand();
    const id = await action(lead, organisationId);
    for (let at = 0; at < 3; at += 1) await line(lead, id, 450);
    await stage.owner.query(`insert into effort (locality_id, action_id, low_minutes, likely_minutes, high_minutes) select locality_id, id, 450, 450 + n, 2000 from action cross join generate_series(1, 57) n where id = $1`, [id]);
    const first = await lead.ask(list, { query: { organisation: organisationId } });
    const second = await lead.ask(list, { query: { organisation: organisationId, after: first.next ?? '' } });
    expect(first).toMatchObject({ total: 60 });
    expect(second).toMatchObject({ total: null, next: null });
    const all = [...first.items, ...second.items];
    expect(new Set(all.map((one) => one.id)).size).toBe(60);
    expect(all.map((one) => one.minutes)).toEqual(all.map((one) => one.minutes).toSorted((a, b) => b - a));
    expect((await lead.try(list, { query: { after: 'nonsense' } })).problem.code).toBe('bad_input');
  });

  it('names who could do a line, who has room for all of it first, and of others only who they are', async () => {
    const { organisationId, lead } = await stand();
    const skillId = await skill(lead);
    const [busy, free, learner] = [await giver(lead, organisationId), await giver(lead, organisationId), await giver(lead, organisationId)];
    await has(busy, skillId, 4);
    await has(free, skillId, 3);
    await has(learner, skillId, 2);
    const { organisationId: theirs, lead: theirLead } = await stand();
    const away = await giver(theirLead, theirs);
    await has(away, skillId, 4);
    const taken = await line(lead, await action(lead, organisationId), 4_000);
    await lead.ask(routes.demand.request, { params: { id: taken }, body: { personId: busy, minutes: 4_000 } });
    const id = await line(lead, await action(lead, organisationId), 900, { skillId });
    const said = await lead.ask(lineOf, { params: { id } });
    expect(said).toMatchObject({ minutes: 900, likelyMinutes: 900, fromOn: monday, toOn: friday, skillName: expect.stringContaining('Skill') as string, people: [{ id: free, isShown: true, isOurs: true, level: 3 }, { id: busy, room: 0 }, { id: away, isShown: false, isOurs: false, room: null, level: 4 }] });
    expect(said.people[0]?.room).toBeGreaterThanOrEqual(900);
    const taught = await line(lead, await action(lead, organisationId), 900, { skillId, level: 2 });
    expect((await lead.ask(lineOf, { params: { id: taught } })).people.map((one) => one.id)).toContain(learner);
  });

  it('shows what it would do before it is saved, and the assignment then does that', async () => {
    const { organisationId, lead } = await stand();
    const ann = await giver(lead, organisationId);
    const id = await line(lead, await action(lead, organisationId), 3_000);
    const seen = await lead.ask(preview, { params: { id }, query: { personId: ann, minutes: 3_000 } });
    expect(seen).toMatchObject({ minutes: 3_000, stateBefore: 'nothing', stateAfter: 'over', excessBefore: 0, months: [{}, { month: month.slice(0, 7), before: 0, after: 3_000, percentBefore: 0 }] });
    expect((await lead.ask(lineOf, { params: { id } })).people.find((one) => one.id === ann)?.room).toBe(3_000 - seen.excessAfter);
    const enough = 3_000 - seen.excessAfter;
    expect(await lead.ask(preview, { params: { id }, query: { personId: ann, minutes: enough } })).toMatchObject({ stateAfter: 'fits', excessAfter: 0 });
    await lead.ask(routes.demand.request, { params: { id }, body: { personId: ann, minutes: enough } });
    expect(await lead.ask(routes.proof.read, { query: { of: 'person', id: ann } })).toMatchObject({ state: 'fits', needed: enough });
    expect((await lead.ask(list, { query: { organisation: organisationId } })).items).toMatchObject([{ id, minutes: 3_000 - enough, givenMinutes: enough }]);
  });

  it('is for leads, and previews nobody of another organisation or locality', async () => {
    const { organisationId, lead } = await stand();
    const ann = await giver(lead, organisationId);
    const id = await line(lead, await action(lead, organisationId), 900);
    const { lead: outside } = await stand();
    expect((await outside.try(preview, { params: { id }, query: { personId: ann, minutes: 900 } })).problem.code).toBe('not_found');
    expect(JSON.stringify((await outside.ask(lineOf, { params: { id } })).people.find((one) => one.id === ann))).toContain('"room":null');
    for (const role of ['executive', 'critical_friend', 'expert'] as const) {
      const who = await stage.person([role], 'northmoor', organisationId);
      for (const asked of [who.try(list, { query: {} }), who.try(lineOf, { params: { id } }), who.try(preview, { params: { id }, query: { personId: who.personId ?? '', minutes: 1 } })]) expect((await asked).problem.code).toBe('not_permitted');
    }
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list, { query: {} })).items).toEqual([]);
    expect((await elsewhere.try(lineOf, { params: { id } })).problem.code).toBe('not_found');
    expect((await lead.try(preview, { params: { id }, query: { personId: ann, minutes: 0 } })).problem.code).toBe('bad_input');
  });

  it('counts what nobody is down for as the heat map does, to the minute', async () => {
    const { organisationId, lead } = await stand();
    const people = [await giver(lead, organisationId), await giver(lead, organisationId)];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ likely: fc.integer({ min: 1, max: 5_000 }), parts: fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 2 }), absorbs: fc.boolean() }), { minLength: 1, maxLength: 4 }), fc.option(fc.integer({ min: 0, max: 300 })), async (lines, left) => {
        const id = await action(lead, organisationId);
        for (const { likely, parts, absorbs } of lines) {
          const { rows } = await stage.owner.query<{ id: string }>(`insert into effort (locality_id, action_id, purpose, organisation_id, low_minutes, likely_minutes, high_minutes) select locality_id, id, $3, $4, 0, $2, 5000 from action where id = $1 returning id`, [id, likely, absorbs ? 'absorb' : 'deliver', organisationId]);
          for (const [at, minutes] of parts.entries()) await stage.owner.query(`insert into assignment (locality_id, effort_id, person_id, minutes) select locality_id, id, $2, $3 from effort where id = $1`, [rows[0]?.id, people[at], minutes]);
        }
        if (left !== null) await lead.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', daysLeft: left / 10 } });
        const queued = (await lead.ask(list, { query: { organisation: organisationId } })).items.filter((one) => one.actionId === id).reduce((sum, one) => sum + one.minutes, 0);
        const { actions } = await lead.ask(routes.loads.cell, { query: { by: 'organisation', id: organisationId, month: month.slice(0, 7) } });
        const nobody = actions.find((one) => one.id === id)?.nobody ?? 0;
        await stage.owner.query('update action set withdrawn_at = now() where id = $1', [id]);
        expect(Math.abs(queued - nobody)).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: 25 },
    );
  });
});
