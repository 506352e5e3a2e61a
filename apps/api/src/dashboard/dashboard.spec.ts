import { routes, type Status } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { show } = routes.dashboard;

describe('the executive dashboard', () => {
  let stage: Stage;
  let place: string;
  let executive: Caller;
  const sql = async (text: string, values: readonly unknown[] = []): Promise<string> => (await stage.owner.query<{ id: string }>(text, [...values])).rows[0]?.id ?? '';

  beforeAll(async () => {
    stage = await openStage();
    place = await sql(`select id from locality where slug = 'northmoor'`);
    executive = await stage.person(['executive']);
    await sql(`insert into import (locality_id, file_name, size, digest) values ($1, 'sheet', 1, '')`, [place]);
  });
  afterAll(() => stage.close());

  const plan = (title: string) => sql(`with p as (insert into plan (locality_id, title) values ($1, $2) returning id), b as (insert into board (locality_id, name) values ($1, 'Health and Wellbeing Board') on conflict (locality_id, lower(name)) do update set name = excluded.name returning id), m as (insert into board_meeting (locality_id, board_id, held_on) select $1, b.id, today() + 12 from b on conflict do nothing), l as (insert into plan_board (locality_id, plan_id, board_id) select $1, p.id, b.id from p, b) select id from p`, [place, title]);
  const organisation = (name: string) => sql(`insert into organisation (locality_id, name, kind) values ($1, $2, 'council') returning id`, [place, name]);
  let refs = 0;
  /** An action made 400 days ago, due in so many days from today (or never), in this state for so many days. */
  async function action(planId: string, said: { due?: number | null; dueText?: string; status?: Status; days?: number; organisation?: string; horizon?: string } = {}): Promise<string> {
    refs += 1;
    const id = await sql(
      `insert into action (locality_id, plan_id, ref, title, due_on, due_text, accountable_organisation_id, horizon, created_on) values ($1, $2, $3, 'Action ' || $3, today() + $4::integer, $5, $6, $7, today() - 400) returning id`,
      [place, planId, `1.${refs}`, said.due === undefined ? 100 : said.due, said.dueText ?? null, said.organisation ?? null, said.horizon ?? 'medium'],
    );
    if (said.status) await report(id, said.status, said.days ?? 5);
    return id;
  }
  async function report(id: string, status: Status, days: number): Promise<void> {
    await sql(
      `with said as (insert into status_update (locality_id, action_id, status, as_of, import_id) select $1, $2, $3, today() - $4::integer, i.id from import i where i.file_name = 'sheet' returning id)
       update action set status = $3, status_on = today() - $4::integer, last_update_id = said.id from said where action.id = $2`,
      [place, id, status, days],
    );
  }

  it('is empty but whole for a locality without a plan', async () => {
    const empty = await (await stage.person(['executive'], 'eastvale')).ask(show);
    expect(empty).toMatchObject({ planId: null, plans: [], actions: 0, overdue: 0, notUpdated: 0, unresolvedDates: 0, now: [], worst: [], organisations: [], moved: { actions: 0, reasons: [], latest: [] }, decisions: { open: 0, oldestOn: null, items: [] }, challenges: { open: 0, oldestOn: null, items: [] } });
    expect(empty.months).toHaveLength(13);
    expect(empty.words.map((one) => one.status)).toContain('on_track');
  });

  it('counts what is now, what was, what is late and who is worst', async () => {
    const planId = await plan('Local system review');
    const [council, trust] = [await organisation('Northmoor Council'), await organisation('Moor Valley NHS FT')];
    const late = await action(planId, { due: -30, status: 'off_track', organisation: trust, horizon: 'quick_win' });
    const later = await action(planId, { due: -3, status: 'off_track', organisation: trust });
    await action(planId, { due: 40, status: 'on_track', days: 50, organisation: council });
    await action(planId, { due: -9, status: 'complete', days: 50, organisation: council });
    const slow = await action(planId, { due: -1, status: 'at_risk', organisation: council });
    await action(planId, { due: null, dueText: 'Ongoing' });
    const seen = await executive.ask(show, { query: { plan: planId } });
    expect(seen).toMatchObject({ planId, board: 'Health and Wellbeing Board', actions: 6, overdue: 3, notUpdated: 2, unresolvedDates: 1 });
    expect(seen.now.find((one) => one.status === 'off_track' && one.horizon === 'quick_win')).toMatchObject({ actions: 1 });
    expect(seen.now.reduce((sum, one) => sum + one.actions, 0)).toBe(6);
    expect(seen.worst.map((one) => one.id)).toEqual([late, later, slow]);
    expect(seen.worst[0]).toMatchObject({ daysOverdue: 30, organisationName: 'Moor Valley NHS FT' });
    expect(seen.organisations.map((one) => [one.name, one.actions, one.overdue, one.offTrack])).toEqual([
      ['Moor Valley NHS FT', 2, 2, 2],
      ['Northmoor Council', 3, 1, 0],
      [null, 1, 0, 0],
    ]);
    expect(seen.months).toHaveLength(13);
    const [first, last] = [seen.months[0], seen.months.at(-1)];
    expect(first?.standings).toEqual(expect.arrayContaining([{ horizon: 'medium', status: 'not_started', actions: 5 }]));
    expect(total(last?.standings)).toBe(6);
    expect(last?.month).toBe(seen.today.slice(0, 7));
  });

  it('names what moved and why, what must be decided and what critical friends wait for', async () => {
    const planId = await plan('Winter');
    const [one, two] = [await action(planId), await action(planId)];
    const move = (id: string, reason: string, days: number) => sql(`insert into due_move (locality_id, action_id, from_on, to_on, reason, agreed_by, moved_on) values ($1, $2, today(), today() + 30, $3, 'Programme board', today() - $4::integer)`, [place, id, reason, days]);
    await move(one, 'capacity', 10);
    await move(one, 'capacity', 20);
    await move(two, 'funding', 5);
    await move(two, 'scope', 200);
    const ask = (id: string, what: string, needed: number, asked: number) => sql(`insert into decision_request (locality_id, action_id, what, from_whom, needed_by, asked_on) values ($1, $2, $3, 'The board', today() + $4::integer, today() - $5::integer)`, [place, id, what, needed, asked]);
    await ask(one, 'Agree bed funding', -2, 21);
    await ask(two, 'Name a director', 12, 40);
    const friend = await stage.person(['critical_friend']);
    const raise = (by: string | null, days: number) => sql(`insert into thread (locality_id, action_id, kind, text, raised_by, raised_at) values ($1, $2, 'challenge', 'Is that so?', $3, now() - $4::integer * interval '1 day') returning id`, [place, one, by, days]);
    const oldest = await raise(friend.personId, 16);
    await raise(friend.personId, 2);
    await raise(executive.personId, 90);
    const seen = await executive.ask(show, { query: { plan: planId } });
    expect(seen.moved).toMatchObject({ actions: 2, reasons: [{ reason: 'capacity', actions: 1, days: 60 }, { reason: 'funding', actions: 1, days: 30 }] });
    expect(seen.moved.latest.map((each) => each.reason)).toEqual(['funding', 'capacity', 'capacity']);
    expect(seen.decisions).toMatchObject({ open: 2, items: [{ what: 'Agree bed funding', isLate: true }, { what: 'Name a director', isLate: false }] });
    expect(seen.decisions.oldestOn).toBe(seen.decisions.items[1]?.askedOn);
    expect(seen.challenges).toMatchObject({ open: 2, items: [{ id: oldest, actionId: one }, {}] });
  });

  it('is the sum of all plans when none is named, and leaves out what an import’s undo withdrew', async () => {
    const planId = await plan('Undone');
    const before = await executive.ask(show);
    const id = await action(planId, { due: -5, status: 'off_track' });
    expect(await executive.ask(show)).toMatchObject({ actions: before.actions + 1, overdue: before.overdue + 1 });
    await sql('update action set withdrawn_at = now() where id = $1', [id]);
    const after = await executive.ask(show);
    expect(after).toEqual({ ...before });
  });

  it('is not for visitors, and another locality’s plan is nothing', async () => {
    const planId = await plan('Ours');
    expect((await (await stage.person(['visitor'])).try(show)).problem.code).toBe('not_permitted');
    expect((await stage.nobody().try(show)).problem.code).toBe('sign_in_needed');
    const elsewhere = await stage.person(['executive'], 'eastvale');
    expect((await elsewhere.try(show, { query: { plan: planId } })).problem.code).toBe('not_found');
    expect((await elsewhere.ask(show)).actions).toBe(0);
    expect((await executive.try(show, { query: { plan: 'x', more: '1' } })).problem.fields?.map((one) => `${one.field} ${one.code}`).sort()).toEqual(['more unknown_field', 'plan malformed']);
  });
});

const total = (standings: readonly { readonly actions: number }[] = []): number => standings.reduce((sum, one) => sum + one.actions, 0);
