import { type ActionEffort, type BodyOf, MOST_ASSIGNMENTS, MOST_EFFORTS, routes } from '@followthrough/contracts';
import { dayAfter, leftOf } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { choices, ofAction, add, edit, withdraw, restore, request, confirm, takeBack } = routes.demand;
const DAY = 450;
const days = (low: number, likely = low, high = likely) => ({ lowMinutes: low * DAY, likelyMinutes: likely * DAY, highMinutes: high * DAY });
const even = { purpose: 'deliver', shape: 'even' } as const;

describe('what an action asks of people', () => {
  let stage: Stage;
  let lead: Caller;
  let planId: string;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    planId = await aPlan(lead);
  });
  afterAll(() => stage.close());

  const organisation = async (name: string): Promise<string> => (await lead.ask(routes.organisations.add, { body: { name, kind: 'nhs_trust', aliases: [] } })).id;
  const line = async (id: string, body: Partial<BodyOf<typeof add>> = {}): Promise<ActionEffort> => lead.ask(add, { params: { id }, body: { ...even, ...days(2), ...body } });
  const idOf = (said: ActionEffort, at = 0): string => said.items[at]?.id ?? '';
  const daysNeeded = async (id: string) => (await lead.ask(routes.actions.page, { params: { id } })).daysNeeded;

  it('is said in lines, whose likely days to deliver are the days that the action needs', async () => {
    const trust = await organisation('Lines Trust');
    const id = await anAction(lead, planId, { dueOn: '2090-06-30', daysNeeded: 7 });
    const { milestones } = await lead.ask(routes.milestones.add, { params: { id }, body: { title: 'Contract signed', dueOn: '2090-03-03' } });
    const skill = (await lead.ask(routes.skills.list)).items.find((one) => one.name === 'Data and analysis');
    await line(id, { purpose: 'absorb', organisationId: trust, ...days(30) });
    // What a service takes in is no part of delivering it, and the typed estimate stays.
    expect(await daysNeeded(id)).toBe(7);
    const said = await line(id, { ...days(3, 5, 10), skillId: skill?.id ?? '', level: 3, milestoneId: milestones[0]?.id ?? '', shape: 'back' });
    expect(said).toMatchObject({ daysNeeded: 5, leftMinutes: 5 * DAY, spentMinutes: null, estimatedOn: null });
    expect(said.items[0]).toMatchObject({ skillName: 'Data and analysis', level: 3, milestoneTitle: 'Contract signed', shape: 'back', organisationId: null, staffing: 'nobody', givenMinutes: 0 });
    expect(said.items[1]).toMatchObject({ purpose: 'absorb', organisationName: 'Lines Trust' });
    expect((await lead.ask(add, { params: { id }, body: { ...even, likelyMinutes: 0.5 * DAY } })).items[1]).toMatchObject(days(0.5));
    expect(await daysNeeded(id)).toBe(5.5);
    const changed = await lead.ask(edit, { params: { id: idOf(said) }, body: { likelyMinutes: 8 * DAY, version: 1 } });
    expect(changed).toMatchObject({ daysNeeded: 8.5, version: (await lead.ask(routes.actions.page, { params: { id } })).version });
    expect((await lead.ask(withdraw, { params: { id: idOf(said) }, body: {} })).daysNeeded).toBe(0.5);
    expect((await lead.ask(restore, { params: { id: idOf(said) }, body: {} })).daysNeeded).toBe(8.5);
    for (const one of (await lead.ask(ofAction, { params: { id } })).items) await lead.ask(withdraw, { params: { id: one.id }, body: {} });
    // Nobody has an estimate then, which is not zero.
    expect(await lead.ask(ofAction, { params: { id } })).toMatchObject({ items: [], daysNeeded: null, leftMinutes: null });
  });

  it('cannot be typed over, by the form or past it', async () => {
    const id = await anAction(lead, planId);
    await line(id);
    const { version } = await lead.ask(routes.actions.page, { params: { id } });
    const { problem } = await lead.try(routes.actions.edit, { params: { id }, body: { daysNeeded: 40, version } });
    expect(problem).toMatchObject({ code: 'rule', fields: [{ field: 'daysNeeded', message: expect.stringContaining('change its lines') }] });
    await expect(stage.owner.query('update action set days_needed = 40 where id = $1', [id])).rejects.toThrow('the sum of its effort');
    expect(await lead.ask(routes.actions.edit, { params: { id }, body: { title: 'Another name', version } })).toMatchObject({ daysNeeded: 2 });
  });

  it('refuses lines that cannot be right, each at its field', async () => {
    const id = await anAction(lead, planId);
    const refused = async (body: Partial<BodyOf<typeof add>>) => (await lead.try(add, { params: { id }, body: { ...even, ...days(2), ...body } })).problem;
    expect(await refused(days(0))).toMatchObject({ code: 'rule', fields: [{ field: 'likelyMinutes' }] });
    expect(await refused({ lowMinutes: 3 * DAY })).toMatchObject({ code: 'rule', fields: [{ field: 'lowMinutes' }] });
    expect(await refused({ highMinutes: DAY })).toMatchObject({ code: 'rule', fields: [{ field: 'highMinutes' }] });
    expect(await refused({ likelyMinutes: -1 })).toMatchObject({ code: 'bad_input', fields: [{ field: 'likelyMinutes', code: 'too_small' }] });
    expect(await refused({ highMinutes: 900_001 })).toMatchObject({ code: 'rule', fields: [{ field: 'highMinutes', message: 'A line is 2,000 days at most: split it' }] });
    expect(await refused({ likelyMinutes: 450.5 })).toMatchObject({ code: 'bad_input' });
    expect(await refused({ shape: 'milestones' })).toMatchObject({ code: 'rule', fields: [{ field: 'shape' }] });
    expect(await refused({ purpose: 'absorb' })).toMatchObject({ code: 'rule', fields: [{ field: 'organisationId' }] });
    expect(await refused({ skillId: planId })).toMatchObject({ code: 'rule', fields: [{ field: 'skillId' }] });
    const other = await anAction(lead, planId, { dueOn: '2090-06-30' });
    const { milestones } = await lead.ask(routes.milestones.add, { params: { id: other }, body: { title: 'Theirs', dueOn: '2090-03-03' } });
    expect(await refused({ milestoneId: milestones[0]?.id ?? '' })).toMatchObject({ code: 'rule', fields: [{ field: 'milestoneId' }] });
    expect((await lead.ask(ofAction, { params: { id } })).items).toEqual([]);
    for (let n = 0; n < MOST_EFFORTS; n += 1) await line(id);
    expect(await refused({})).toMatchObject({ code: 'rule', fields: [{ message: expect.stringContaining('50 lines') }] });
  });

  it('is agreed with the plan: what changes its days says why, what a service takes in does not', async () => {
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan);
    const trust = await organisation('Agreed Trust');
    const said = await line(id);
    await lead.ask(routes.versions.approve, { params: { id: plan }, body: { boardId: await aBoard(lead), approvedOn: '2026-01-31' } });
    expect((await lead.try(edit, { params: { id: idOf(said) }, body: { likelyMinutes: 900 + DAY, highMinutes: 2_000, version: 1 } })).problem.fields).toMatchObject([{ field: 'reason' }]);
    expect((await lead.try(withdraw, { params: { id: idOf(said) }, body: {} })).problem.fields).toMatchObject([{ field: 'reason' }]);
    await lead.ask(edit, { params: { id: idOf(said) }, body: { shape: 'front', version: 1 } });
    await line(id, { purpose: 'absorb', organisationId: trust });
    await lead.ask(edit, { params: { id: idOf(said) }, body: { likelyMinutes: 3 * DAY, highMinutes: 3 * DAY, reason: 'Two sites more', version: 2 } });
    expect((await lead.ask(routes.versions.amendments, { params: { id: plan } })).items).toMatchObject([{ field: 'daysNeeded', before: '2.0', after: '3.0', why: 'Two sites more' }]);
  });

  describe('who gives it', () => {
    const stand = async () => {
      const [trust, council] = [await organisation(`Trust ${(count += 1)}`), await organisation(`Council ${count}`)];
      const id = await anAction(lead, planId);
      const theirs = await stage.person(['lead'], 'northmoor', trust);
      const asker = await stage.person(['lead'], 'northmoor', council);
      const nurse = await lead.ask(routes.people.add, { body: { name: `Nurse ${count}`, organisationId: trust } });
      const said = await line(id, days(5));
      return { id, trust, council, theirs, asker, nurse: nurse.id, effort: idOf(said) };
    };
    let count = 0;

    it('is asked for by a lead and confirmed by their own organisation alone, which My work tells its leads', async () => {
      const { id, theirs, asker, nurse, effort } = await stand();
      const asked = await asker.ask(request, { params: { id: effort }, body: { personId: nurse, minutes: 3 * DAY } });
      const [one] = asked.items[0]?.people ?? [];
      expect(asked.items[0]).toMatchObject({ staffing: 'part', givenMinutes: 3 * DAY, people: [{ personId: nurse, minutes: 3 * DAY, state: 'requested', mayConfirm: false, mayTakeBack: true }] });
      expect((await asker.ask(routes.myWork.read)).assignments).toEqual([]);
      expect((await theirs.ask(routes.myWork.read)).assignments).toMatchObject([{ id: one?.id, minutes: 3 * DAY, actionId: id, requestedByName: 'Test lead' }]);
      const params = { id: one?.id ?? '' };
      expect((await asker.try(confirm, { params })).problem).toMatchObject({ code: 'rule', detail: expect.stringMatching(/They belong to Trust \d/) });
      await expect(stage.owner.query(`update assignment set state = 'confirmed', confirmed_by = $2, confirmed_at = now() where id = $1`, [params.id, asker.personId])).rejects.toThrow('their own organisation');
      expect((await theirs.ask(confirm, { params })).items[0]?.people).toMatchObject([{ state: 'confirmed', confirmedByName: 'Test lead', mayConfirm: false }]);
      expect((await theirs.ask(routes.myWork.read)).assignments).toEqual([]);
      expect((await theirs.try(confirm, { params })).problem.code).toBe('already_done');
      // Executives of the organisation cannot: it is not theirs to do.
      expect((await (await stage.person(['executive'])).try(confirm, { params })).problem.code).toBe('not_permitted');
    });

    it('is confirmed with the request where one asks one’s own people', async () => {
      const { theirs, nurse, effort } = await stand();
      expect((await theirs.ask(request, { params: { id: effort }, body: { personId: nurse, minutes: DAY } })).items[0]?.people).toMatchObject([{ state: 'confirmed' }]);
    });

    it('is taken back by who asked, declined by their organisation, and by nobody else', async () => {
      const { theirs, asker, nurse, effort } = await stand();
      const ask = async () => (await asker.ask(request, { params: { id: effort }, body: { personId: nurse, minutes: DAY } })).items[0]?.people[0]?.id ?? '';
      const first = await ask();
      expect((await lead.try(takeBack, { params: { id: first } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('can decline it') });
      expect((await theirs.ask(takeBack, { params: { id: first } })).items[0]).toMatchObject({ staffing: 'nobody', people: [] });
      expect((await asker.try(takeBack, { params: { id: first } })).problem.code).toBe('not_found');
      expect((await asker.ask(takeBack, { params: { id: await ask() } })).items[0]?.people).toEqual([]);
    });

    it('is read in the days of their employer', async () => {
      const { theirs, nurse, effort } = await stand();
      await stage.owner.query(`insert into working_pattern (locality_id, person_id, from_on, minutes, full_time_minutes) select locality_id, id, '2020-01-01', '{444,444,444,444,444,0,0}', 444 from person where id = $1`, [nurse]);
      expect((await theirs.ask(choices)).people.find((one) => one.id === nurse)).toMatchObject({ dayMinutes: 444 });
      expect((await theirs.ask(request, { params: { id: effort }, body: { personId: nurse, minutes: 888 } })).items[0]?.people).toMatchObject([{ minutes: 888, dayMinutes: 444 }]);
    });

    it('can be nobody’s to confirm, and says so', async () => {
      const { asker, effort } = await stand();
      const { id: personId } = await lead.ask(routes.people.add, { body: { name: 'Belongs nowhere' } });
      const { items } = await asker.ask(request, { params: { id: effort }, body: { personId, minutes: DAY } });
      expect((await asker.try(confirm, { params: { id: items[0]?.people[0]?.id ?? '' } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('no organisation') });
    });

    it('is never more than the line needs in silence, nor anybody twice, nor a thousand people', async () => {
      const { asker, nurse, effort, trust } = await stand();
      const params = { id: effort };
      expect((await asker.try(request, { params, body: { personId: nurse, minutes: 6 * DAY } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'minutes', message: expect.stringContaining('1 day more') }] });
      expect((await asker.ask(request, { params, body: { personId: nurse, minutes: 6 * DAY, knowingly: true } })).items[0]?.staffing).toBe('over');
      expect((await asker.try(request, { params, body: { personId: nurse, minutes: 1, knowingly: true } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'personId' }] });
      expect((await asker.try(request, { params, body: { personId: trust, minutes: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'personId' }] });
      await stage.owner.query(
        `with crowd as (insert into person (locality_id, name) select locality_id, 'Volunteer ' || n from effort e, generate_series(2, $2::integer) n where e.id = $1 returning locality_id, id)
         insert into assignment (locality_id, effort_id, person_id, minutes) select locality_id, $1, id, 1 from crowd`,
        [effort, MOST_ASSIGNMENTS],
      );
      const { personId } = await stage.person(['lead']);
      expect((await asker.try(request, { params, body: { personId: personId ?? '', minutes: 1, knowingly: true } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'personId', message: expect.stringContaining('50 people') }] });
    });

    it('is told to the person, their leads and who asked; of others leads see each organisation, executives only three people together', async () => {
      const { id, theirs, asker, nurse, effort, trust } = await stand();
      await asker.ask(request, { params: { id: effort }, body: { personId: nurse, minutes: DAY } });
      const seen = async (who: Caller) => (await who.ask(ofAction, { params: { id } })).items[0];
      const self = await stage.person(['executive'], 'northmoor', trust);
      for (const who of [asker, theirs]) expect(await seen(who)).toMatchObject({ people: [{ personId: nurse, minutes: DAY }], others: [] });
      expect(await seen(lead)).toMatchObject({ people: [], others: [{ minutes: DAY, state: 'requested' }], givenMinutes: DAY });
      // An executive of the same organisation is no lead of theirs.
      expect(await seen(self)).toMatchObject({ people: [], others: [{ minutes: null }], givenMinutes: null, staffing: 'part' });
      await theirs.ask(request, { params: { id: effort }, body: { personId: self.personId ?? '', minutes: DAY } });
      expect(await seen(self)).toMatchObject({ people: [{ personId: self.personId, minutes: DAY, mayTakeBack: false }], others: [{ minutes: null }], givenMinutes: null });
      const friend = await stage.person(['critical_friend']);
      expect(await seen(friend)).toMatchObject({ people: [], others: [{ minutes: null }] });
      const { id: third } = await lead.ask(routes.people.add, { body: { name: 'Third of them', organisationId: trust } });
      await theirs.ask(request, { params: { id: effort }, body: { personId: third, minutes: DAY } });
      expect(await seen(friend)).toMatchObject({ people: [], others: [{ minutes: 3 * DAY, state: 'requested' }], givenMinutes: 3 * DAY });
      expect((await (await stage.person(['expert'])).try(ofAction, { params: { id } })).problem.code).toBe('not_permitted');
    });

    it('is chosen among the people of the locality, one’s own marked', async () => {
      const { theirs, nurse } = await stand();
      const found = (await theirs.ask(choices)).people;
      expect(found.find((one) => one.id === nurse)).toMatchObject({ isOurs: true });
      expect(found.find((one) => one.id === lead.personId)).toMatchObject({ isOurs: false, organisationName: null });
    });
  });

  it('knows in SQL what is left as the domain does, whatever was reported, corrected and withdrawn', async () => {
    const tenths = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });
    const update = fc.record({ spent: tenths, left: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null, freq: 2 }), day: fc.integer({ min: 0, max: 30 }), corrects: fc.option(fc.nat(9), { nil: null, freq: 2 }), isWithdrawn: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }), fc.boolean(), fc.array(update, { maxLength: 8 }), async (estimate, inLines, said) => {
        const id = await anAction(lead, planId, !inLines && estimate !== null ? { daysNeeded: estimate / 10 } : {});
        const likely = inLines && estimate ? estimate * 45 : null;
        if (likely) await line(id, { lowMinutes: 0, likelyMinutes: likely, highMinutes: likely });
        await stage.owner.query(`update action set created_on = '2025-12-31' where id = $1`, [id]);
        const made: string[] = [];
        for (const one of said) {
          const { rows } = await stage.owner.query<{ id: string }>(
            `insert into status_update (locality_id, action_id, status, as_of, days_spent, days_left, corrects_id, withdrawn_at) select locality_id, id, 'on_track', $2, $3, $4, $5, case when $6 then now() end from action where id = $1 returning id`,
            [id, dayAfter('2026-01-01', one.day), one.spent === null ? null : one.spent / 10, one.left === null ? null : one.left / 10, one.corrects === null ? null : (made[one.corrects] ?? null), one.isWithdrawn],
          );
          made.push(rows[0]?.id ?? '');
        }
        const isCorrected = (of: string): boolean => said.some((one) => !one.isWithdrawn && one.corrects !== null && made[one.corrects] === of && said.indexOf(one) > one.corrects);
        const standing = said.map((one, at) => ({ ...one, id: made[at] ?? '' })).filter((one) => !one.isWithdrawn && !isCorrected(one.id)).sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
        const expected = leftOf(likely ?? (inLines || estimate === null ? null : estimate * 45), standing.map((one) => ({ spentMinutes: one.spent === null ? null : one.spent * 45, leftMinutes: one.left === null ? null : one.left * 45 })));
        expect((await lead.ask(ofAction, { params: { id } })).leftMinutes).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('is spent and estimated again by updates, and what is left follows', async () => {
    const id = await anAction(lead, planId);
    await line(id, days(10));
    const left = async () => lead.ask(ofAction, { params: { id } });
    const { report } = routes.updates;
    await lead.ask(report, { params: { id }, body: { status: 'on_track', daysSpent: 2.5 } });
    expect(await left()).toMatchObject({ spentMinutes: 2.5 * DAY, leftMinutes: 7.5 * DAY, estimatedOn: null });
    const { updateId } = await lead.ask(report, { params: { id }, body: { status: 'on_track', daysSpent: 1, daysLeft: 12 } });
    expect(await left()).toMatchObject({ spentMinutes: 3.5 * DAY, leftMinutes: 12 * DAY, estimatedOn: expect.any(String) });
    // A correction takes the place of what it corrects.
    await lead.ask(report, { params: { id }, body: { status: 'on_track', daysSpent: 1, daysLeft: 2, correctsId: updateId } });
    expect(await left()).toMatchObject({ spentMinutes: 3.5 * DAY, leftMinutes: 2 * DAY });
    expect((await lead.ask(routes.actions.page, { params: { id } })).updates.map((one) => [one.daysSpent, one.daysLeft])).toEqual([[1, 2], [1, 12], [2.5, null]]);
    expect((await lead.try(report, { params: { id }, body: { status: 'on_track', daysSpent: -1 } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'daysSpent' }] });
    expect((await lead.try(report, { params: { id }, body: { status: 'complete', daysLeft: 3, evidence: [{ kind: 'document', line: 'first', title: 'Minutes', url: 'https://northmoor.example/minutes' }] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'daysLeft' }] });
    // The days needed stay as they were agreed: what is left is another figure.
    expect(await daysNeeded(id)).toBe(10);
  });

  it('is of its own locality', async () => {
    const id = await anAction(lead, planId);
    const said = await line(id);
    const other = await stage.person(['lead'], 'eastvale');
    for (const asked of [other.try(ofAction, { params: { id } }), other.try(add, { params: { id }, body: { ...even, ...days(2) } }), other.try(request, { params: { id: idOf(said) }, body: { personId: other.personId ?? '', minutes: 1 } })]) expect((await asked).problem.code).toBe('not_found');
  });
});
