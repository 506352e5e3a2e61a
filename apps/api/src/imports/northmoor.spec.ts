import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import * as xlsx from '@e965/xlsx';
import { openStage, type Stage } from '../testing/stage';
import { NORTHMOOR_CHOICES, NORTHMOOR_FILE } from './demo-choices';

const { upload, one, choose, preview, apply, undo, list } = routes.imports;
const CONTENT = readFileSync(join(import.meta.dirname, '../database/demo', NORTHMOOR_FILE));
const file = (content: Buffer = CONTENT, name = NORTHMOOR_FILE) => ({ file: { name, content } });

/** The workbook with one cell changed, as Excel would save it. */
function withCell(address: string, value: string): Buffer {
  const book = xlsx.read(CONTENT, { cellNF: true });
  const sheet = book.Sheets['Action Plan v7 FINAL'];
  if (sheet) sheet[address] = { t: 's', v: value };
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

async function imported(lead: Caller, content: Buffer = CONTENT): Promise<{ id: string; version: number }> {
  const up = await lead.ask(upload, file(content));
  const chosen = await lead.ask(choose, { params: { id: up.id }, body: { version: up.version, ...NORTHMOOR_CHOICES, ...(up.choices.planId ? { planTitle: null, reviewTitle: null } : {}) } });
  return lead.ask(apply, { params: { id: up.id }, body: { version: chosen.version } });
}

describe('the plan of Northmoor, as a lead imports it', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  it('is understood before anything is chosen, and nothing in it is assumed', async () => {
    const screen = await lead.ask(upload, file());
    expect(screen.choices).toMatchObject({ sheet: 'Action Plan v7 FINAL', headerRow: 4, headerRows: 1, statuses: [] });
    expect(screen.columns.map((column) => column.field)).toEqual(['ref', 'finding', 'title', 'owner', 'organisations', 'startOn', 'dueOn', 'successMeasure', 'resources', 'status', 'update']);
    expect(screen.columns.at(-1)?.asOf).toBe('2026-10-31');
    expect(screen.key).toEqual([{ where: 'Action Plan v7 FINAL, row 2', text: 'Updated for HWB 12 November 2026. Key: Blue = delivered, Green = on track, Amber = some issues, Red = not on track' }]);
    expect(screen.statuses.map(({ value, rows, keySays, offered, answered }) => [value, rows, keySays, offered, answered])).toEqual([
      ['B', 2, 'Blue = delivered', 'complete', false],
      ['A', 2, 'Amber = some issues', 'at_risk', false],
      ['G', 5, 'Green = on track', 'on_track', false],
      ['R', 1, 'Red = not on track', 'off_track', false],
      ['Amber', 1, 'Amber = some issues', 'at_risk', false],
      ['Green', 2, 'Green = on track', 'on_track', false],
      ['Red', 1, 'Red = not on track', 'off_track', false],
      ['Complete', 1, null, 'complete', false],
      ['Blue', 1, 'Blue = delivered', 'complete', false],
      ['Amber/Red', 1, 'Amber = some issues; Red = not on track', null, false],
      ['Delivered', 1, null, 'complete', false],
    ]);
    expect(screen.people.find((person) => person.value === 'IG Manager')).toMatchObject({ answered: false, contact: 'ig@northmoor.example, All' });
    expect(screen.toSettle.map((question) => [question.row, question.what, question.field, question.value, question.proposed])).toEqual([
      [7, 'date', 'dueOn', 'Ongoing', null],
      [9, 'link', 'title', '(addressed through 1.3 above)', 'link'],
      [13, 'date', 'dueOn', 'Spring 2027', null],
      [14, 'split', 'title', 'a) Saturday brokerage of home care packages (by Dec 2026) b) Sunday brokerage (by March 2027)', 'split'],
      [14, 'date', 'dueOn', 'see action', null],
      [18, 'horizon', 'horizon', 'Quick win: guaranteed-hours pilot with three home-care agencies in the north', 'quick_win'],
      [22, 'date', 'dueOn', 'Q3 26/27', '2026-12-31'],
      [29, 'ref', 'ref', '6.1', '6.1b'],
      [29, 'date', 'dueOn', 'complete', null],
    ]);
    expect(screen.needed.length).toBeGreaterThan(4);
    const refused = await lead.try(apply, { params: { id: screen.id }, body: { version: screen.version } });
    expect(refused.problem).toMatchObject({ status: 422, code: 'rule' });
    const dry = await lead.ask(preview, { params: { id: screen.id } });
    expect(dry.items).toHaveLength(19);
    expect(dry.counts).toMatchObject({ link: 1, stuck: 18 });
    expect(new Set(dry.items.map((row) => row.theme)).size).toBe(6);
    expect(dry.items.filter((row) => row.theme === null).map((row) => row.row)).toEqual([28, 29]);
    expect(dry.items.find((row) => row.row === 8)?.problems).toEqual([{ field: 'status', value: 'G', message: 'Nobody has said yet what this status word means.', accepted: 'An answer in the step “Status words”', blocking: true }]);
  });

  it('is applied as chosen, undone as a whole, and imported again; then one changed cell is one change', async () => {
    const applied = await imported(lead);
    const screen = await lead.ask(one, { params: { id: applied.id } });
    expect(screen).toMatchObject({ state: 'applied', result: { create: 19, link: 1, people: 18, organisations: 9, findings: 11, updates: 19, datesToResolve: 3, plan: 'Local system review action plan' } });
    const { rows } = await stage.owner.query(`select a.ref, a.theme, a.status, a.horizon, a.start_on::text, a.due_on::text, a.due_text, a.days_needed::float, o.name as body, p.name as owner, p.email, u.narrative, u.as_of::text,
      (select count(*)::int from action_organisation x where x.action_id = a.id) as others, (select string_agg(f.ref || coalesce(' ' || l.note, ''), ',' order by f.ref) from action_finding l join finding f on f.id = l.finding_id where l.action_id = a.id) as findings
      from action a left join organisation o on o.id = a.accountable_organisation_id left join person p on p.id = a.owner_id left join status_update u on u.id = a.last_update_id where a.withdrawn_at is null order by a.ref`);
    const of = (ref: string): Record<string, unknown> => rows.find((row: { ref: string }) => row.ref === ref) as Record<string, unknown>;
    expect(rows.map((row: { ref: string }) => row.ref)).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4a', '2.4b', '3.1', '3.2', '3.3', '3.4', '4.1', '4.2', '4.3', '5.1', '5.2', '6.1', '6.1b']);
    expect(of('1.1')).toMatchObject({ status: 'complete', theme: 'Theme 1: Shared vision, governance and leadership', start_on: '2026-03-02', due_on: '2026-06-30', days_needed: 12, body: 'Northmoor Council', others: 1, email: 'dass@northmoor.example', as_of: '2026-10-31', findings: '1' });
    expect(of('1.2')).toMatchObject({ body: null, others: 9, due_on: null, due_text: 'Ongoing', status: 'at_risk' });
    expect(of('1.3')).toMatchObject({ findings: '2 (addressed through 1.3 above)', body: 'Northmoor Council', others: 1 });
    expect(of('2.4a')).toMatchObject({ narrative: 'pilot began in October', due_on: '2026-12-31', due_text: null, status: 'on_track', start_on: null });
    expect(of('2.4b')).toMatchObject({ narrative: null, due_on: '2027-03-31' });
    // Posts are so many working days between the dates; without a due date they wait for one.
    expect([of('2.1'), of('2.2'), of('2.3'), of('6.1'), of('6.1b')].map((one) => one?.['days_needed'])).toEqual([60, 87, null, 1_095, null]);
    expect(of('3.3')).toMatchObject({ horizon: 'quick_win', status: 'complete', days_needed: null });
    expect(of('4.2')).toMatchObject({ due_on: '2026-12-31', due_text: null, status: 'on_track' });
    expect(of('5.1')).toMatchObject({ status: 'off_track', days_needed: 336, owner: 'Chief Digital Officer' });
    expect(of('6.1b')).toMatchObject({ theme: null, due_text: 'complete', status: 'complete', body: 'Moor Fire and Rescue' });

    const undone = await lead.ask(undo, { params: { id: applied.id }, body: { version: applied.version } });
    expect(undone.state).toBe('undone');
    for (const table of ['action', 'finding', 'organisation', 'plan', 'review', 'status_update']) expect((await stage.owner.query(`select count(*)::int as n from ${table} where withdrawn_at is null`)).rows[0]).toEqual({ n: 0 });

    const again = await lead.ask(upload, file());
    expect(again.needed).toEqual([]);
    expect(again.counts).toMatchObject({ create: 19, link: 1, stuck: 0 });
    await lead.ask(apply, { params: { id: again.id }, body: { version: again.version } });

    const same = await lead.ask(upload, file());
    expect(same.counts).toEqual({ create: 0, change: 0, unchanged: 20, conflict: 0, link: 0, finding_only: 0, left_out: 0, stuck: 0, missing: 0 });

    const changed = await lead.ask(upload, file(withCell('J8', 'R'), 'northmoor-december.xlsx'));
    expect(changed.needed).toEqual([]);
    expect(changed.counts).toMatchObject({ change: 1, unchanged: 19, create: 0, missing: 0 });
    const { items } = await lead.ask(preview, { params: { id: changed.id }, query: { show: 'change' } });
    expect(items.map((row) => [row.ref, row.changes])).toEqual([['1.3', [{ field: 'status', from: 'On track', to: 'Off track', conflict: false, chosen: null }]]]);
    await lead.ask(apply, { params: { id: changed.id }, body: { version: changed.version } });
    expect((await stage.owner.query(`select status from action where ref = '1.3' and withdrawn_at is null`)).rows).toEqual([{ status: 'off_track' }]);
    expect((await lead.ask(list)).items.map((item) => item.state)).toEqual(['applied', 'uploaded', 'applied', 'undone', 'uploaded']);
  });

  it('is nothing to another locality, nor to who may not import', async () => {
    const { items } = await lead.ask(list);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list)).items).toEqual([]);
    for (const route of [one, preview]) expect((await elsewhere.try(route, { params: { id: items[0]?.id ?? '' } })).problem.code).toBe('not_found');
    for (const route of [apply, undo]) expect((await elsewhere.try(route, { params: { id: items[0]?.id ?? '' }, body: { version: 1 } })).problem.code).toBe('not_found');
    const executive = await stage.person(['executive']);
    expect((await executive.try(upload, file())).problem.code).toBe('not_permitted');
    expect((await stage.nobody().try(upload, file())).problem.code).toBe('sign_in_needed');
  });
});
