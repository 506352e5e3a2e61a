import { randomUUID } from 'node:crypto';
import { type CommitmentSign, type OrganisationPromises, routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { page, organisation, ask, confirm, edit, end, lines, editLines } = routes.promises;
const { noteAttendance } = routes.boards;
const today = londonDay(new Date());
const first = `${today.slice(0, 7)}-01`;

describe('promises', () => {
  let stage: Stage;
  let count = 0;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** An organisation, one of its leads, and a lead of somewhere else. */
  async function trust() {
    const stranger = await stage.person(['lead']);
    const name = `Trust ${(count += 1)}`;
    const { id } = await stranger.ask(routes.organisations.add, { body: { name, kind: 'nhs_trust', aliases: [] } });
    return { stranger, name, id, params: { id }, lead: await stage.person(['lead'], 'northmoor', id) };
  }
  const ten = { minutes: 4_500, fromOn: monthsAfter(first, -3), toOn: monthsAfter(first, 12) };
  const sign = ({ signs }: Pick<OrganisationPromises, 'signs'>, which: CommitmentSign) => signs.find((one) => one.sign === which);
  const fields = async (who: Caller, route: typeof ask, params: Record<string, string>, body: object): Promise<string[]> => {
    const { problem } = await who.try(route, { params, body: { ...body } });
    return [problem.code, ...(problem.fields ?? []).map(({ field, message }) => `${field}: ${message}`)];
  };
  const sql = async (text: string, values: readonly unknown[]): Promise<string> => ((await stage.owner.query<{ id: string }>(text, [...values])).rows[0]?.id ?? '');
  const plan = (): Promise<string> => sql(`insert into plan (locality_id, title) select id, $1 from locality where slug = 'northmoor' returning id`, [`Plan ${randomUUID()}`]);
  /** Work of the organisation, with somebody down for it and so many days spent on a day. */
  async function worked(organisationId: string, planId: string, days: number, on: string, people: readonly string[], done = false): Promise<void> {
    const action = await sql(
      `insert into action (locality_id, plan_id, ref, title, accountable_organisation_id, status, status_on, days_needed, created_on) select locality_id, id, $2, 'Work', $3, $4, $5, 10, today() - 200 from plan where id = $1 returning id`,
      [planId, `A${(count += 1)}`, organisationId, done ? 'complete' : 'on_track', on],
    );
    const effort = await sql(`insert into effort (locality_id, action_id, low_minutes, likely_minutes, high_minutes) select locality_id, id, 4500, 4500, 4500 from action where id = $1 returning id`, [action]);
    for (const one of people) await sql('insert into assignment (locality_id, effort_id, person_id, minutes) select locality_id, id, $2, 450 from effort where id = $1 returning id', [effort, one]);
    await sql(`insert into status_update (locality_id, action_id, status, as_of, narrative, days_spent) select locality_id, id, 'on_track', $2, 'Work went on', $3 from action where id = $1 returning id`, [action, on, days]);
  }
  const somebody = (organisationId: string): Promise<string> => sql(`insert into person (locality_id, name, organisation_id) select locality_id, $2, id from organisation where id = $1 returning id`, [organisationId, `Person ${(count += 1)}`]);
  /** Somebody who works full time and is released for so much. */
  async function released(organisationId: string, percent: number): Promise<string> {
    const id = await somebody(organisationId);
    await sql(`insert into working_pattern (locality_id, person_id, from_on, minutes) select locality_id, id, '2020-01-01', '{450,450,450,450,450,0,0}' from person where id = $1 returning id`, [id]);
    await sql(`insert into release (locality_id, person_id, from_on, percent, state, confirmed_at) select locality_id, id, '2020-01-01', $2, 'confirmed', now() from person where id = $1 returning id`, [id, percent]);
    return id;
  }

  it('are asked for by any lead and made by the organisation itself alone', async () => {
    const { stranger, lead, params, name } = await trust();
    const sponsorPersonId = lead.personId ?? '';
    const asked = await stranger.ask(ask, { params, body: { ...ten, money: 20_000.5, sponsorPersonId } });
    expect(asked).toMatchObject({ verdict: 'unknown', reason: 'No promise is recorded', waiting: 1, owes: { promises: 1 }, isOurs: false, promises: [{ state: 'requested', minutes: 4_500, money: 20_000.5, isMine: true, planTitle: null }] });
    const at = { id: asked.promises[0]?.id ?? '' };
    const detail = `This is for ${name} to say: only a lead of ${name} can do this`;
    expect((await stranger.try(confirm, { params: at })).problem).toMatchObject({ status: 422, code: 'rule', detail });
    expect((await (await stage.person(['administrator'])).try(confirm, { params: at })).problem.code).toBe('rule');
    expect((await lead.ask(routes.myWork.read)).promises).toMatchObject([{ id: at.id, organisationId: params.id, minutes: 4_500, money: 20_000.5, requestedByName: 'Test lead' }]);
    expect((await stranger.ask(routes.myWork.read)).promises).toEqual([]);
    const made = await lead.ask(confirm, { params: at });
    expect(made).toMatchObject({ isOurs: true, waiting: 0, promises: [{ state: 'confirmed', confirmedByName: 'Test lead', sponsorName: 'Test lead', sponsorIsHere: true }] });
    expect(sign(made, 'money')).toMatchObject({ verdict: 'red', figure: '£0 of £20,001' });
    expect(sign(made, 'sponsor')).toMatchObject({ verdict: 'green' });
    expect((await lead.ask(routes.myWork.read)).promises).toEqual([]);
    expect((await lead.try(confirm, { params: at })).problem.code).toBe('already_done');
    // Money comes in, and is said by the organisation.
    expect((await stranger.try(edit, { params: at, body: { moneyConfirmed: 20_000, version: 2 } })).problem.detail).toBe(detail);
    expect((await lead.try(edit, { params: at, body: { moneyConfirmed: 20_001, version: 2 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'moneyConfirmed' }] });
    expect(sign(await lead.ask(edit, { params: at, body: { moneyConfirmed: 20_000, version: 2 } }), 'money')).toMatchObject({ verdict: 'green' });
    expect((await stranger.try(end, { params: at, body: { lastOn: today } })).problem.detail).toBe(detail);
    expect((await lead.ask(end, { params: at, body: { lastOn: today } })).promises).toMatchObject([{ toOn: today }]);
    expect((await lead.try(end, { params: at, body: { lastOn: dayAfter(today, 1) } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'lastOn' }] });
    // A request is declined, or taken back by who asked.
    for (const taker of [lead, stranger]) {
      const again = await stranger.ask(ask, { params, body: { ...ten, fromOn: dayAfter(today, 1) } });
      await taker.ask(end, { params: { id: again.promises[0]?.id ?? '' }, body: { lastOn: today } });
      expect((await stranger.ask(organisation, { params })).promises).toHaveLength(1);
    }
    expect((await stranger.ask(routes.history.list, { query: { thing: at.id } })).items.map(({ kind, change }) => `${kind} ${change}`)).toEqual(['promise changed', 'promise changed', 'promise changed', 'promise added']);
  });

  it('are refused where they cannot be, at their field, and nothing of them is kept', async () => {
    const { lead, stranger, params } = await trust();
    const id = await plan();
    await lead.ask(ask, { params, body: ten });
    expect(await fields(lead, ask, params, ten)).toEqual(['rule', expect.stringMatching(/^fromOn: To all work something is promised from .* already: end that first$/)]);
    expect((await lead.ask(ask, { params, body: { ...ten, planId: id } })).promises).toHaveLength(2);
    expect(await fields(lead, ask, params, { ...ten, planId: id })).toEqual(['rule', expect.stringMatching(/^fromOn: To this plan something is promised/)]);
    const later = { minutes: 450, fromOn: '2040-01-01', toOn: null };
    expect(await fields(lead, ask, params, { ...later, minutes: null })).toEqual(['rule', 'minutes: Say days, money or a sponsor: a promise is of something']);
    expect(await fields(lead, ask, params, { ...later, minutes: -450 })).toEqual(['bad_input', 'minutes: Days a month must be 1 or more']);
    expect(await fields(lead, ask, params, { ...later, money: -1 })).toEqual(['bad_input', expect.stringMatching(/^money: /)]);
    expect(await fields(lead, ask, params, { ...later, toOn: '2039-12-31' })).toEqual(['rule', 'toOn: The last day must be on or after the first']);
    expect(await fields(lead, ask, params, { ...later, toOn: '2140-01-01' })).toEqual(['rule', 'toOn: A promise is made for at most 5 years']);
    expect(await fields(lead, ask, params, { ...later, sponsorPersonId: stranger.personId })).toEqual(['rule', expect.stringMatching(/^sponsorPersonId: A sponsor is somebody of Trust \d+ itself$/)]);
    expect(await fields(lead, ask, params, { ...later, planId: randomUUID() })).toEqual(['rule', 'planId: That plan is not here']);
    expect((await lead.ask(organisation, { params })).promises).toHaveLength(2);
    expect((await (await stage.person(['executive'])).try(ask, { params, body: later })).problem.code).toBe('not_permitted');
    expect((await (await stage.person(['lead'], 'eastvale')).try(ask, { params, body: later })).problem.code).toBe('not_found');
  });

  it('are kept apart by PostgreSQL too, and made by nobody else whatever the server says', async () => {
    const { lead, stranger, id } = await trust();
    const put = (values: string) => stage.owner.query(`insert into promise (locality_id, organisation_id, minutes, from_on, to_on) select locality_id, id, ${values} from organisation where id = $1`, [id]);
    await put(`450, '2030-01-01', null`);
    await expect(put(`450, '2031-01-01', '2031-02-01'`)).rejects.toThrow(/promise_once/);
    await expect(put(`-450, '2029-01-01', '2029-02-01'`)).rejects.toThrow(/promise_minutes_check/);
    await expect(put(`null, '2029-01-01', '2029-02-01'`)).rejects.toThrow(/promise_of_something/);
    await expect(stage.owner.query('update promise set minutes = 900 where organisation_id = $1', [id])).rejects.toThrow(/cannot change in that way/);
    await expect(stage.owner.query('update promise set sponsor_person_id = $2 where organisation_id = $1', [id, stranger.personId])).rejects.toThrow(/somebody of the organisation/);
    const confirming = async (who: Caller): Promise<unknown> => {
      await stage.owner.query('begin');
      await stage.owner.query(`select set_config('app.locality', locality_id::text, true), set_config('app.person', $1, true) from organisation where id = $2`, [who.personId, id]);
      const done = await stage.owner.query(`update promise set state = 'confirmed', confirmed_at = now() where organisation_id = $1`, [id]).then(({ rowCount }) => rowCount, (refused: unknown) => String(refused));
      await stage.owner.query('rollback');
      return done;
    };
    expect(await confirming(stranger)).toMatch(/Only an organisation itself can promise/);
    expect(await confirming(lead)).toBe(1);
  });

  it('are kept by people released, by confirmed days where nobody is named, and by days that updates say were given', async () => {
    const { lead, params, id } = await trust();
    await lead.ask(ask, { params, body: ten });
    expect(sign(await lead.ask(organisation, { params }), 'days_confirmed')).toMatchObject({ verdict: 'red', figure: expect.stringMatching(/^0 of/) });
    const month = monthsAfter(first, 1).slice(0, 7);
    await lead.ask(routes.capacity.confirm, { body: { cells: [{ organisationId: id, month, days: 10, was: null }] } });
    expect((await lead.ask(organisation, { params })).months.find((one) => one.month === month)).toEqual({ month, promised: 4_500, confirmed: 4_500, given: null });
    for (let nth = 0; nth < 2; nth += 1) await released(id, 50);
    const named = await lead.ask(organisation, { params });
    // Two at a half give 21 × 0.794 days of a month of 21 working days: more than the ten promised.
    expect(sign(named, 'days_confirmed')?.verdict).toBe('green');
    expect(sign(named, 'days_given')).toMatchObject({ verdict: 'unknown', says: 'No update says how many of 30 promised days were given' });
    const planId = await plan();
    await worked(id, planId, 12, dayAfter(first, -3), []);
    await worked(id, planId, 9, dayAfter(first, -40), []);
    expect(sign(await lead.ask(organisation, { params }), 'days_given')).toMatchObject({ verdict: 'amber', says: '21 of 30 days promised until now were given' });
  });

  it('count what people give to another organisation’s action as their own organisation’s, in proportion', async () => {
    const [{ id, lead, params }, other] = [await trust(), await trust()];
    await lead.ask(ask, { params, body: ten });
    await other.lead.ask(ask, { params: other.params, body: ten });
    await worked(other.id, await plan(), 9, dayAfter(first, -3), [await somebody(id), await somebody(id), await somebody(other.id)]);
    expect(sign(await lead.ask(organisation, { params }), 'days_given')?.figure).toBe('6 of 30 days');
    expect(sign(await other.lead.ask(organisation, { params: other.params }), 'days_given')?.figure).toBe('3 of 30 days');
  });

  it('show an executive who does not keep them, and no figure that one or two people make up', async () => {
    const [small, large] = [await trust(), await trust()];
    const planId = await plan();
    for (const [{ lead, params, id }, size] of [[small, 2], [large, 3]] as const) {
      await lead.ask(ask, { params, body: { ...ten, minutes: 45_000 } });
      const people = await Promise.all(Array.from({ length: size }, () => released(id, 30)));
      await worked(id, planId, 7.5, dayAfter(first, -3), people, true);
    }
    for (const roles of [['executive'], ['critical_friend']] as const) {
      const executive = await stage.person(roles);
      const all = await executive.ask(page);
      const [of, ofLarge] = [small, large].map(({ id }) => all.items.find((one) => one.organisationId === id));
      for (const which of ['days_confirmed', 'days_given'] as const) {
        expect(of && sign(of, which)).toMatchObject({ verdict: 'unknown', figure: null, says: expect.stringMatching(/^Fewer than three people/) });
        expect(ofLarge && sign(ofLarge, which)).toMatchObject({ verdict: 'red', figure: expect.stringMatching(/^\d/) });
      }
      expect([of?.calibration, ofLarge?.calibration]).toEqual([null, { actions: 1, estimated: 4_500, spent: 3_375, percent: 75 }]);
      const one = await executive.ask(organisation, { params: small.params });
      expect(one.months.every(({ confirmed, given }) => confirmed === null && given === null)).toBe(true);
      expect(one).toMatchObject({ quarters: [], isFewFinished: true, people: [] });
      expect((await executive.ask(organisation, { params: large.params })).months.some(({ given }) => given === 3_375)).toBe(true);
      // Nobody's name or id comes with it but a sponsor's.
      expect(JSON.stringify(all)).not.toMatch(/Person \d/);
    }
    expect(sign(await small.stranger.ask(organisation, { params: small.params }), 'days_given')).toMatchObject({ verdict: 'red', figure: expect.stringMatching(/^7.5 of/) });
    expect((await (await stage.person(['expert'])).try(page)).problem.code).toBe('not_permitted');
    expect((await (await stage.person(['executive'], 'eastvale')).ask(page)).items).toEqual([]);
  });

  it('stand beside who came to the boards, which is recorded of a meeting that has been', async () => {
    const { lead, params, id } = await trust();
    const other = await trust();
    const board = await lead.ask(routes.boards.add, { body: { name: `Board ${randomUUID()}` } });
    const meeting = async (heldOn: string) => ({ id: board.id, meeting: (await lead.ask(routes.boards.addMeeting, { params: { id: board.id }, body: { heldOn } })).meetings.find((one) => one.heldOn === heldOn)?.id ?? '' });
    const was = await meeting(dayAfter(today, -60));
    expect((await lead.ask(noteAttendance, { params: was, body: { came: [id, other.id], absent: [] } })).days[0]?.attendance.map(({ organisationId, came }) => [organisationId, came]).sort()).toEqual([[id, true], [other.id, true]].sort());
    const last = await meeting(dayAfter(today, -5));
    const noted = await lead.ask(noteAttendance, { params: last, body: { came: [other.id], absent: [id] } });
    expect(noted.invitees.filter(({ isExpected }) => isExpected).map(({ organisationId }) => organisationId).sort()).toEqual([id, other.id].sort());
    expect(sign(await lead.ask(organisation, { params }), 'attendance')).toMatchObject({ verdict: 'red', figure: '1 of 2', says: 'Came to 1 of the last 2 meetings of its boards' });
    expect(sign(await lead.ask(organisation, { params: other.params }), 'attendance')?.verdict).toBe('green');
    expect((await lead.try(noteAttendance, { params: last, body: { came: [id], absent: [id] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'absent' }] });
    expect((await lead.try(noteAttendance, { params: last, body: { came: [randomUUID()], absent: [] } })).problem.code).toBe('rule');
    expect((await lead.try(noteAttendance, { params: await meeting(dayAfter(today, 5)), body: { came: [id], absent: [] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'came' }] });
    expect((await lead.try(routes.boards.dropMeeting, { params: last })).problem).toMatchObject({ code: 'rule', detail: 'Who came to this meeting is recorded: take that back first' });
    await lead.ask(noteAttendance, { params: last, body: { came: [], absent: [] } });
    await lead.ask(routes.boards.dropMeeting, { params: last });
    expect(sign(await lead.ask(organisation, { params }), 'attendance')).toMatchObject({ verdict: 'green', figure: '1 of 1' });
  });

  it('stand beside the updates that were in the reports of the plan in time', async () => {
    const { lead, params, id } = await trust();
    const planId = await plan();
    const report = async (opens: number, reported: readonly boolean[]): Promise<void> => {
      await stage.owner.query('begin');
      const cycle = await sql(
        `insert into reporting_cycle (locality_id, plan_id, number, name, period_from, period_to, opens_on, due_on, escalates_on, freezes_on, publishes_on, state, counts_from, edition, frozen_at)
         select locality_id, id, $2 + 400, 'Report', today() + $2, today() + $2, today() + $2, today() + $2 + 20, today() + $2 + 21, today() + $2 + 25, today() + $2 + 30, 'frozen', (today() + $2)::timestamptz, 1, now() from plan where id = $1 returning id`,
        [planId, opens],
      );
      for (const [at, one] of reported.entries()) {
        const action = await sql(`insert into action (locality_id, plan_id, ref, title, status, status_on) select locality_id, id, $2, 'Work', 'on_track', today() from plan where id = $1 returning id`, [planId, `U${(count += 1)}`]);
        await sql(`insert into cycle_part (locality_id, cycle_id, edition, action_id, state, content) select locality_id, id, 1, $2, $3, '{}' from reporting_cycle where id = $1 returning id`, [cycle, action, JSON.stringify({ organisationId: id, reported: one, owed: !one && at < 3 })]);
      }
      await stage.owner.query('commit');
    };
    // The last three count; whoever owes nothing is not asked.
    await report(-200, [false, false, false]);
    for (const opens of [-120, -90, -60]) await report(opens, [true, false, true, false]);
    expect(sign(await lead.ask(organisation, { params }), 'updates')).toMatchObject({ verdict: 'amber', figure: '6 of 9', says: '6 of 9 updates came in time' });
  });

  it('count as kept from lines that an administrator sets', async () => {
    const [administrator, lead] = [await stage.person(['administrator'], 'eastvale'), await stage.person(['lead'], 'eastvale')];
    expect(await lead.ask(lines)).toEqual({ green: 90, amber: 60, version: 0 });
    expect((await lead.try(editLines, { body: { amber: 50, version: 0 } })).problem.code).toBe('not_permitted');
    expect((await administrator.try(editLines, { body: { amber: 91, version: 0 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'amber' }] });
    expect(await lead.ask(lines)).toEqual({ green: 90, amber: 60, version: 0 });
    expect(await administrator.ask(editLines, { body: { amber: 50, version: 0 } })).toEqual({ green: 90, amber: 50, version: 2 });
    expect((await administrator.try(editLines, { body: { amber: 70, version: 0 } })).problem).toMatchObject({ code: 'stale', conflict: { fields: [{ field: 'amber', base: 60, theirs: 50, yours: 70 }] } });
    expect(await administrator.ask(editLines, { body: { green: 80, version: 0 } })).toMatchObject({ green: 80, amber: 50 });
    expect((await (await stage.person(['lead'])).ask(lines)).green).toBe(90);
  });
});
