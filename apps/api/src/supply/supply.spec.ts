import { type NewWorkingPattern, routes } from '@followthrough/contracts';
import { dayAfter, londonDay, monthsAfter } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { mine, ours, person, setPattern, dropPattern, addLeave, dropLeave, release, confirm, end, fund, time, editTime } = routes.supply;
const today = londonDay(new Date());
const first = `${today.slice(0, 7)}-01`;
const full: NewWorkingPattern = { fromOn: '2026-01-05', toOn: null, minutes: [450, 450, 450, 450, 450, 0, 0], fullTimeMinutes: 450 };
const three = { ...full, minutes: [450, 450, 450, 0, 0, 0, 0] };

describe('what people can give', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  let count = 0;
  /** An organisation with a lead of its own and somebody who works there. */
  const employer = async () => {
    const somebody = await stage.person(['lead']);
    const { id: organisationId, name } = await somebody.ask(routes.organisations.add, { body: { name: `Employer ${(count += 1)}`, kind: 'council', aliases: [] } });
    const lead = await stage.person(['lead'], 'northmoor', organisationId);
    const { id } = await lead.ask(routes.people.add, { body: { name: `Sam Worker ${count}`, organisationId } });
    return { organisationId, name, lead, stranger: somebody, id, params: { id }, who: `Sam Worker ${count}` };
  };
  const terms = (found: readonly { readonly fromOn: string; readonly toOn: string | null }[]) => found.map(({ fromOn, toOn }) => [fromOn, toOn]);
  const fields = async (who: Caller, route: typeof setPattern | typeof addLeave | typeof release, params: { readonly id: string }, body: object) => {
    const { problem } = await who.try(route, { params, body: body as never });
    return [problem.code, ...(problem.fields ?? []).map(({ field, message }) => `${field}: ${message}`)];
  };

  it('is their pattern from a day on, which ends the one before, and is unknown before that', async () => {
    const { lead, params } = await employer();
    expect((await lead.ask(person, { params })).months.map(({ given }) => given)).toEqual(Array(12).fill(null));
    await lead.ask(setPattern, { params, body: full });
    const changed = await lead.ask(setPattern, { params, body: { ...three, fromOn: '2030-04-01' } });
    expect(terms(changed.patterns)).toEqual([['2030-04-01', null], ['2026-01-05', '2030-03-31']]);
    // Nothing is released, and that is known.
    expect(changed.months[0]).toMatchObject({ given: 0, unknownDays: 0 });
    // For a while only: what held before holds again.
    const part = await lead.ask(setPattern, { params, body: { ...three, fromOn: '2029-01-01', toOn: '2029-02-28' } });
    expect(terms(part.patterns)).toEqual([['2030-04-01', null], ['2029-03-01', '2030-03-31'], ['2029-01-01', '2029-02-28'], ['2026-01-05', '2028-12-31']]);
    // From the same day: it gives way.
    const again = await lead.ask(setPattern, { params, body: { ...full, fromOn: '2030-04-01' } });
    expect([again.patterns.length, again.patterns[0]?.minutes]).toEqual([4, full.minutes]);
    // Taken out, the one before goes on in its place.
    const gone = await lead.ask(dropPattern, { params: { ...params, pattern: again.patterns[0]?.id ?? '' } });
    expect(terms(gone.patterns)[0]).toEqual(['2029-03-01', null]);
  });

  it('comes by month with the way there, in minutes that add up', async () => {
    const { lead, params } = await employer();
    await lead.ask(setPattern, { params, body: three });
    await lead.ask(release, { params, body: { fromOn: '2026-01-05', toOn: null, percent: 40, fundedUntil: null } });
    const { months } = await lead.ask(addLeave, { params, body: { fromOn: first, toOn: dayAfter(first, 13), part: 'half' } });
    expect(months).toHaveLength(12);
    for (const { pattern, outside, holidays, leave, kept, otherWork, given } of months) expect(pattern - outside - holidays - leave - kept - otherWork).toBe(given);
    expect(months[0]?.leave).toBeGreaterThan(0);
    expect(months[1]).toMatchObject({ month: monthsAfter(first, 1).slice(0, 7), leave: 0 });
  });

  it('refuses weeks, days and terms that cannot be, at their field, and keeps nothing of them', async () => {
    const { lead, params } = await employer();
    expect(await fields(lead, setPattern, params, { ...full, minutes: [...full.minutes, 450] })).toEqual(['bad_input', 'minutes: Minutes a day can hold at most 7']);
    expect(await fields(lead, setPattern, params, { ...full, minutes: [450] })).toEqual(['rule', 'minutes: A week has seven days, Monday to Sunday: this has 1']);
    expect(await fields(lead, setPattern, params, { ...full, minutes: [1_441, 0, 0, 0, 0, 0, 0] })).toEqual(['bad_input', 'minutes: Minutes a day must be 1,440 or less']);
    expect(await fields(lead, setPattern, params, { ...full, minutes: [-450, 0, 0, 0, 0, 0, 0] })).toEqual(['bad_input', 'minutes: Minutes a day must be 0 or more']);
    expect(await fields(lead, setPattern, params, { ...full, toOn: '2126-01-05' })).toEqual(['rule', 'toOn: A pattern is said for at most 10 years']);
    await lead.ask(addLeave, { params, body: { fromOn: '2026-08-03', toOn: '2026-08-14', part: 'whole' } });
    expect(await fields(lead, addLeave, params, { fromOn: '2026-08-14', toOn: '2026-08-14', part: 'half' })).toEqual(['rule', 'fromOn: Leave is entered from 3 August 2026 to 14 August 2026 already']);
    expect(await fields(lead, addLeave, params, { fromOn: '2026-08-20', toOn: '2026-08-19', part: 'half' })).toEqual(['rule', 'toOn: The last day must be on or after the first']);
    expect(await fields(lead, addLeave, params, { fromOn: '2026-08-20', toOn: '2026-08-21', part: 'whole', reason: 'Unwell' })).toEqual(['bad_input', expect.stringContaining('reason')]);
    expect(await fields(lead, release, params, { fromOn: '2026-08-20', toOn: '2126-08-20', percent: 40, fundedUntil: null })).toEqual(['rule', 'toOn: Somebody is released for at most 5 years']);
    expect(await fields(lead, release, params, { fromOn: '2026-08-20', toOn: null, percent: 101, fundedUntil: null })).toEqual(['bad_input', 'percent: Per cent of their time must be 100 or less']);
    const { patterns, leave, releases } = await lead.ask(person, { params });
    expect([patterns, terms(leave), releases]).toEqual([[], [['2026-08-03', '2026-08-14']], []]);
    expect((await lead.ask(dropLeave, { params: { ...params, leave: leave[0]?.id ?? '' } })).leave).toEqual([]);
  });

  it('is asked for by any lead and confirmed by their own organisation alone', async () => {
    const { lead, stranger, params, name, who } = await employer();
    const body = { fromOn: today, toOn: dayAfter(today, 100), percent: 40, fundedUntil: null };
    const asked = await stranger.ask(release, { params, body });
    expect(asked.releases).toMatchObject([{ state: 'requested', percent: 40, requestedByName: 'Test lead', isMine: true }]);
    const at = { ...params, release: asked.releases[0]?.id ?? '' };
    expect((await stranger.try(confirm, { params: at })).problem).toMatchObject({ status: 422, code: 'rule', detail: `${who} works for ${name}: only a lead of ${name} can do this` });
    const administrator = await stage.person(['administrator']);
    expect((await administrator.try(confirm, { params: at })).problem.code).toBe('rule');
    expect(await fields(stranger, release, params, { ...body, percent: 10 })).toEqual(['rule', expect.stringMatching(/^fromOn: 40 per cent is asked for from .* already: end that first$/)]);
    expect((await lead.ask(routes.myWork.read)).releases).toMatchObject([{ id: at.release, name: who, percent: 40, requestedByName: 'Test lead' }]);
    for (const one of [stranger, administrator]) expect((await one.ask(routes.myWork.read)).releases).toEqual([]);
    expect((await lead.ask(confirm, { params: at })).releases).toMatchObject([{ state: 'confirmed', confirmedByName: 'Test lead' }]);
    expect((await lead.ask(routes.myWork.read)).releases).toEqual([]);
    expect((await lead.try(confirm, { params: at })).problem.code).toBe('already_done');
    // What was confirmed is no longer the asker's to take back.
    expect((await stranger.try(end, { params: at, body: { lastOn: today } })).problem.detail).toMatch(/only a lead of/);
    expect((await lead.ask(end, { params: at, body: { lastOn: dayAfter(today, 30) } })).releases).toMatchObject([{ toOn: dayAfter(today, 30), state: 'confirmed' }]);
    expect((await lead.try(end, { params: at, body: { lastOn: dayAfter(today, 31) } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'lastOn' }] });
    expect((await lead.ask(end, { params: at, body: { lastOn: dayAfter(today, -1) } })).releases).toEqual([]);
  });

  it('is confirmed at once where the employer itself says it, and a request can be taken back or declined', async () => {
    const { lead, stranger, params } = await employer();
    const body = { fromOn: today, toOn: today, percent: 100, fundedUntil: null };
    const { releases } = await lead.ask(release, { params, body });
    expect(releases).toMatchObject([{ state: 'confirmed' }]);
    for (const [asker, taker] of [[stranger, stranger], [stranger, lead]] as const) {
      const asked = await asker.ask(release, { params, body: { ...body, fromOn: '2031-01-01', toOn: null } });
      expect(asked.releases).toHaveLength(1);
      await taker.ask(end, { params: { ...params, release: asked.releases[0]?.id ?? '' }, body: { lastOn: today } });
      expect((await stranger.ask(person, { params })).releases).toEqual([]);
    }
  });

  it('is seen by themselves and by the leads of their employer, and by nobody else', async () => {
    const { organisationId, lead, stranger, params } = await employer();
    const me = await stage.person(['executive'], 'northmoor', organisationId);
    const self = { id: me.personId ?? '' };
    await me.ask(setPattern, { params: self, body: three });
    await me.ask(addLeave, { params: self, body: { fromOn: '2026-08-03', toOn: '2026-08-14', part: 'whole' } });
    expect(await me.ask(mine)).toMatchObject({ isMe: true, isShown: true, isOurs: false, patterns: [{ minutes: three.minutes }], leave: [{ part: 'whole' }] });
    expect(await lead.ask(person, { params: self })).toMatchObject({ isMe: false, isShown: true, isOurs: true, patterns: [{ minutes: three.minutes }] });
    const administrator = await stage.person(['administrator']);
    for (const other of [stranger, administrator]) {
      expect(await other.ask(person, { params: self })).toMatchObject({ isShown: false, isOurs: false, patterns: [], leave: [], releases: [], months: [], fundedUntil: null });
      expect((await other.try(setPattern, { params: self, body: full })).problem.detail).toMatch(/they themselves or a lead of/);
      expect((await other.try(addLeave, { params: self, body: { fromOn: '2026-09-03', toOn: '2026-09-04', part: 'whole' } })).problem.code).toBe('rule');
    }
    // An executive of the same organisation keeps their own and sees nobody else's.
    expect((await me.try(person, { params })).problem.code).toBe('not_permitted');
    expect((await me.try(addLeave, { params, body: { fromOn: '2026-09-03', toOn: '2026-09-04', part: 'whole' } })).problem.code).toBe('rule');
    expect((await me.try(release, { params: self, body: { fromOn: today, toOn: null, percent: 10, fundedUntil: null } })).problem.code).toBe('not_permitted');
    // Nor does the history show it.
    const { items } = await stranger.ask(routes.history.list, { query: { thing: self.id } });
    expect(items.map(({ kind }) => kind)).not.toEqual(expect.arrayContaining(['leave']));
    expect((await lead.ask(ours)).items.map(({ id }) => id).sort()).toEqual([lead.personId, me.personId, params.id].sort());
    expect(await (await stage.person(['lead'], 'eastvale')).ask(ours)).toEqual({ organisationName: null, items: [], more: 0 });
  });

  it('is nobody’s who puts themselves into the organisation, or takes its people out', async () => {
    const { organisationId, lead, stranger, params } = await employer();
    const own = { id: stranger.personId ?? '' };
    expect((await stranger.try(routes.people.edit, { params: own, body: { organisationId, version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'organisationId' }] });
    await lead.ask(setPattern, { params, body: full });
    expect((await stranger.try(routes.people.edit, { params, body: { organisationId: null, version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'organisationId' }] });
    expect((await lead.ask(routes.people.edit, { params, body: { organisationId: null, version: 1 } })).organisationId).toBeNull();
    expect((await lead.try(setPattern, { params, body: three })).problem.detail).toMatch(/has no organisation here/);
  });

  it('counts for a post that is being filled from its day, which signs nobody in, and ends with its funding', async () => {
    const { lead, organisationId } = await employer();
    const expectedOn = monthsAfter(first, 1);
    const { id } = await lead.ask(routes.people.add, { body: { name: 'Band 7 therapist', profession: 'Occupational therapist', organisationId, expectedOn } });
    const params = { id };
    await lead.ask(setPattern, { params, body: full });
    await lead.ask(release, { params, body: { fromOn: '2026-01-05', toOn: null, percent: 100, fundedUntil: null } });
    const shown = await lead.ask(fund, { params, body: { fundedUntil: dayAfter(monthsAfter(first, 2), -1), version: 1 } });
    expect(shown).toMatchObject({ expectedOn, profession: 'Occupational therapist' });
    expect(shown.months.slice(0, 3)).toMatchObject([{ given: 0 }, { outside: 0 }, { given: 0 }]);
    expect(shown.months[1]?.given).toBeGreaterThan(0);
    expect((await lead.try(fund, { params, body: { fundedUntil: first, version: 2 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'fundedUntil' }] });
    const administrator = await stage.person(['administrator']);
    expect((await administrator.try(routes.invitations.invite, { body: { personId: id, name: 'Nobody', email: 'nobody@people.example', roles: ['lead'] } })).problem).toMatchObject({ code: 'rule', detail: 'This post is still being filled: name the person who has it first' });
    expect((await lead.try(routes.people.edit, { params: { id: lead.personId ?? '' }, body: { expectedOn, version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'expectedOn' }] });
  });

  it('takes the year of the locality, which an administrator changes by named days', async () => {
    const administrator = await stage.person(['administrator'], 'eastvale');
    const lead = await stage.person(['lead'], 'eastvale');
    expect(await lead.ask(time)).toEqual({ usualLeave: 25, training: 5, administration: 10, sickness: 5, buffer: 7, version: 0 });
    expect((await lead.try(editTime, { body: { training: 6, version: 0 } })).problem.code).toBe('not_permitted');
    expect((await administrator.try(editTime, { body: { training: 250, version: 0 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'usualLeave' }] });
    expect(await administrator.ask(editTime, { body: { training: 6, version: 0 } })).toMatchObject({ training: 6, buffer: 7, version: 1 });
    expect((await administrator.try(editTime, { body: { training: 9, version: 0 } })).problem).toMatchObject({ code: 'stale', conflict: { fields: [{ field: 'training', base: 5, theirs: 6, yours: 9 }] } });
    expect(await administrator.ask(editTime, { body: { buffer: 8, version: 0 } })).toMatchObject({ training: 6, buffer: 8 });
    expect((await (await stage.person(['lead'])).ask(time)).training).toBe(5);
  });

  it('is kept apart by PostgreSQL too, and released by nobody else whatever the server says', async () => {
    const { lead, stranger, organisationId, params } = await employer();
    await lead.ask(setPattern, { params, body: full });
    const insert = (table: string, columns: string, values: string) => stage.owner.query(`insert into ${table} (locality_id, person_id, from_on, to_on, ${columns}) select locality_id, id, ${values} from person where id = $1`, [params.id]);
    await expect(insert('working_pattern', 'minutes', `'2029-01-01', null, '{450,450,450,450,450,0,0}'`)).rejects.toThrow(/pattern_once/);
    await expect(insert('working_pattern', 'minutes', `'2025-01-01', '2025-01-02', '{450,450,450,450,450,0,0,450}'`)).rejects.toThrow(/working_pattern_minutes_check/);
    await insert('leave', 'part', `'2029-01-01', '2029-01-05', 'whole'`);
    await expect(insert('leave', 'part', `'2029-01-05', '2029-01-05', 'half'`)).rejects.toThrow(/leave_once/);
    await insert('release', 'percent', `'2029-01-01', '2029-01-05', 40`);
    await expect(insert('release', 'percent', `'2029-01-05', null, 40`)).rejects.toThrow(/release_once/);
    const confirming = async (who: Caller): Promise<unknown> => {
      await stage.owner.query('begin');
      await stage.owner.query(`select set_config('app.locality', locality_id::text, true), set_config('app.person', $1, true) from organisation where id = $2`, [who.personId, organisationId]);
      const done = await stage.owner.query(`update release set state = 'confirmed', confirmed_at = now() where person_id = $1`, [params.id]).then(({ rowCount }) => rowCount, (refused: unknown) => String(refused));
      await stage.owner.query('rollback');
      return done;
    };
    expect(await confirming(stranger)).toMatch(/Only their own organisation can release somebody/);
    expect(await confirming(lead)).toBe(1);
  });
});
