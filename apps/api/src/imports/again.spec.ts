import * as xlsx from '@e965/xlsx';
import { type ImportStep, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import writeExcelFile from 'write-excel-file/node';
import { aBoard } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { upload, choose, preview, apply, undo } = routes.imports;
type Cells = readonly (string | number | Date | null)[];

const HEAD: Cells = ['Ref', 'Finding', 'Action', 'Lead', 'Timescale', 'Resources', 'Status', 'Update as of 31/10/2026'];
const ROWS: readonly Cells[] = [
  ['1', 'People wait too long', 'Agree the winter beds', 'Ann Lee', new Date('2026-12-31'), '12 days', 'Blue', 'Going well'],
  ['2', 'People wait too long', 'Weekend therapy', 'Bo Khan', new Date('2027-03-31'), '4 days', 'Blue', null],
  ['2.10', 'Carers are found late', '=SUM(A1:A9) is not a formula', '+44 lead', 'Spring 2027', '@home', 'Red', '-late'],
];
const book = async (rows: readonly Cells[], head: Cells = HEAD): Promise<Buffer> =>
  writeExcelFile([head, ...rows].map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value === null ? null : { value: String(value), type: String })))).toBuffer() as Promise<Buffer>;
const CHOICES: Omit<ImportStep, 'version'> = { planTitle: 'Winter plan', reviewTitle: 'Peer review', statuses: [{ value: 'Blue', status: 'on_track' }, { value: 'Red', status: 'off_track' }], people: ['Ann Lee', 'Bo Khan', '+44 lead'].map((value) => ({ value, choice: 'create', id: null, kind: null })) };
const cell = (rows: readonly Cells[], row: number, column: number, value: string): readonly Cells[] => rows.map((one, at) => (at === row ? one.map((each, index) => (index === column ? value : each)) : one));

describe('a plan that is imported again', () => {
  let stage: Stage;
  let lead: Caller;
  let first: { id: string; version: number };
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    const up = await lead.ask(upload, { file: { name: 'winter.xlsx', content: await book(ROWS) } });
    const chosen = await lead.ask(choose, { params: { id: up.id }, body: { version: up.version, ...CHOICES } });
    expect(chosen.needed).toEqual([]);
    first = await lead.ask(apply, { params: { id: up.id }, body: { version: chosen.version } });
  });
  afterAll(() => stage.close());

  const send = async (content: Buffer | Promise<Buffer>) => lead.ask(upload, { file: { name: 'again.xlsx', content: await content } });
  const rowsOf = async (id: string) => (await lead.ask(preview, { params: { id } })).items;
  const actionOf = async (ref: string): Promise<{ id: string; version: number }> => (await stage.owner.query<{ id: string; version: number }>('select id, version from action where ref = $1 and withdrawn_at is null', [ref])).rows[0] ?? { id: '', version: 0 };

  it('goes out as a workbook of text cells that shows no change when it comes back unedited', async () => {
    const { bytes, headers, status } = await lead.try(routes.actions.export);
    expect([status, headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    const sheet = xlsx.read(bytes, { dense: true }).Sheets['Winter plan'] as unknown as { '!data': (xlsx.CellObject | undefined)[][] };
    const cells = sheet['!data'].flat().filter((one) => one !== undefined);
    expect(cells.some((one) => one.f !== undefined)).toBe(false);
    expect(cells.filter((one) => ['=SUM(A1:A9) is not a formula', '+44 lead', '@home', '-late'].includes(String(one.v))).map((one) => one.t)).toEqual(['s', 's', 's', 's']);
    const screen = await send(bytes);
    const [plan] = screen.plans;
    const chosen = await lead.ask(choose, { params: { id: screen.id }, body: { version: screen.version, planId: plan?.id ?? null } });
    expect(chosen.needed).toEqual([]);
    expect(chosen.counts).toMatchObject({ unchanged: 3, create: 0, change: 0, conflict: 0, missing: 0 });
    expect((await (await stage.person(['expert'])).try(routes.actions.export)).problem.code).toBe('not_permitted');
    expect(xlsx.utils.sheet_to_json(Object.values(xlsx.read((await (await stage.person(['lead'], 'eastvale')).try(routes.actions.export)).bytes).Sheets)[0] ?? {})).toEqual([]);
  });

  it('takes the file’s change, keeps what was edited here, and asks where both changed', async () => {
    const one = await actionOf('1');
    const two = await actionOf('2');
    await lead.ask(routes.actions.edit, { params: { id: one.id }, body: { version: one.version, title: 'Agree the winter beds by name', resources: '20 days' } });
    await lead.ask(routes.actions.edit, { params: { id: two.id }, body: { version: two.version, resources: 'none yet' } });
    // A board has approved the plan: what an import changes of it says which file it was.
    const [plan] = (await lead.ask(routes.plans.list)).items;
    const planId = plan?.id ?? '';
    await lead.ask(routes.versions.approve, { params: { id: planId }, body: { boardId: await aBoard(lead, 'Winter board'), approvedOn: '2026-01-01' } });
    const changed = cell(cell(ROWS, 0, 5, '15 days'), 1, 4, '30/04/2027').slice(0, 2);
    const screen = await send(book([...changed, ['3', 'Carers are found late', 'A carers line', 'Ann Lee', null, null, 'Blue', null]]));
    const rows = await rowsOf(screen.id);
    expect(rows.map((row) => [row.ref, row.outcome, row.changes.map((change) => `${change.field}: ${change.from} > ${change.to}${change.conflict ? ' !' : ''}`)])).toEqual([
      ['1', 'conflict', ['resources: 20 days > 15 days !']],
      ['2', 'change', ['dueOn: 31 March 2027 > 30 April 2027']],
      ['3', 'create', []],
      ['2.10', 'missing', []],
    ]);
    expect(screen.needed).toEqual(['Choose between the file and what is here in row 2.', 'A due date moves: say why, and who agreed.']);
    const settled = await lead.ask(choose, { params: { id: screen.id }, body: { version: screen.version, moveReason: 'funding', moveAgreedBy: 'Winter board', settled: [{ row: 2, part: null, what: 'conflict', field: 'resources', answer: 'here' }] } });
    const done = await lead.ask(apply, { params: { id: settled.id }, body: { version: settled.version } });
    const { rows: now } = await stage.owner.query(`select a.ref, a.title, a.resources, a.due_on::text, a.baseline_due_on::text, (select count(*)::int from due_move m where m.action_id = a.id) as moves from action a where a.withdrawn_at is null order by a.ref`);
    expect(now).toEqual([
      { ref: '1', title: 'Agree the winter beds by name', resources: '20 days', due_on: '2026-12-31', baseline_due_on: '2026-12-31', moves: 0 },
      { ref: '2', title: 'Weekend therapy', resources: 'none yet', due_on: '2027-04-30', baseline_due_on: '2027-03-31', moves: 1 },
      { ref: '2.10', title: '=SUM(A1:A9) is not a formula', resources: '@home', due_on: null, baseline_due_on: null, moves: 0 },
      { ref: '3', title: 'A carers line', resources: null, due_on: null, baseline_due_on: null, moves: 0 },
    ]);

    const amended = async () => (await lead.ask(routes.versions.amendments, { params: { id: planId } })).items.map(({ ref, change, field, why }) => [ref, change, field, why]);
    expect(await amended()).toEqual([['2', 'changed', 'due', 'Import of again.xlsx'], ['3', 'added', '', 'Import of again.xlsx']]);

    // The first import has a second built on it; the second is taken back whole, the date by a recorded move.
    const early = await lead.try(undo, { params: { id: first.id }, body: { version: first.version } });
    expect(early.problem).toMatchObject({ status: 422, code: 'rule' });
    expect(early.problem.detail).toContain('Action 2 was imported again later');
    await lead.ask(undo, { params: { id: done.id }, body: { version: done.version } });
    expect((await stage.owner.query(`select ref, due_on::text from action where withdrawn_at is null order by ref`)).rows).toEqual([{ ref: '1', due_on: '2026-12-31' }, { ref: '2', due_on: '2027-03-31' }, { ref: '2.10', due_on: null }]);
    expect(await amended()).toEqual([]);
  });

  it('says how far a long import has come while it is on its way, and is over when it is over', async () => {
    const rows = Array.from({ length: 1_500 }, (_, row): Cells => [`9.${row}`, null, `Action ${row}`, null, null, null, null, null]);
    const screen = await send(book(rows));
    const chosen = await lead.ask(choose, { params: { id: screen.id }, body: { version: screen.version, planId: null, planTitle: 'Long plan' } });
    const progress = () => lead.ask(routes.imports.progress, { params: { id: screen.id } });
    expect(await progress()).toEqual({ state: 'previewed', percent: null });
    let done = false;
    const applying = lead.ask(apply, { params: { id: screen.id }, body: { version: chosen.version } }).finally(() => (done = true));
    const seen = new Set<number>();
    while (!done) seen.add((await progress()).percent ?? 0);
    await applying;
    expect([...seen].some((percent) => percent > 0)).toBe(true);
    expect(await progress()).toEqual({ state: 'applied', percent: null });
    expect((await (await stage.person(['lead'], 'eastvale')).try(routes.imports.progress, { params: { id: screen.id } })).problem.code).toBe('not_found');
  });

  it('refuses a stale step, a second apply and an unknown plan, and keeps what was chosen', async () => {
    const screen = await send(book(ROWS));
    expect((await lead.try(choose, { params: { id: screen.id }, body: { version: screen.version, planId: '01890000-0000-7000-8000-000000000000' } })).problem).toMatchObject({ status: 422, fields: [{ field: 'planId' }] });
    const chosen = await lead.ask(choose, { params: { id: screen.id }, body: { version: screen.version, asOf: '2026-11-01' } });
    expect((await lead.try(choose, { params: { id: screen.id }, body: { version: screen.version, asOf: '2026-11-02' } })).problem.code).toBe('stale');
    expect((await lead.try(choose, { params: { id: screen.id }, body: { version: chosen.version, statuses: [{ value: 'Blue', status: 'embedded' }] } as never })).problem).toMatchObject({ status: 400, fields: [{ field: 'statuses.0.status', code: 'not_allowed' }] });
    expect((await lead.ask(routes.imports.one, { params: { id: screen.id } })).choices.asOf).toBe('2026-11-01');
    await lead.ask(routes.imports.discard, { params: { id: screen.id }, body: { version: chosen.version } });
    expect((await lead.try(apply, { params: { id: screen.id }, body: { version: chosen.version + 1 } })).problem.code).toBe('already_done');
  });
});

describe('a plan with headings of its own', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('is understood in two header rows, with merged findings, its key on another sheet and dates in every form', async () => {
    const lead = await stage.person(['lead']);
    const sheet = xlsx.utils.aoa_to_sheet([
      ['Eastmoor Improvement Board'],
      ['Draft for discussion'],
      [],
      ['No.', 'What the peers said', 'Our response', '', 'When', '', 'Progress', ''],
      ['', 'Recommendation', 'Task', 'By whom', 'Begin', 'Target date', 'RAG rating', 'Commentary Oct 2026'],
      ['Getting home'],
      ['A1', 'Discharge is slow', 'One list of people ready to leave', 'Ward lead', '1 Sept 26', 'Q3 26/27', 'AG', 'List runs daily'],
      ['A2', '', 'Weekend pharmacy', 'Chief pharmacist', '2026-10-01', '31/02/2027', 'GR', 'Rota agreed'],
      ['', '', '', '', '', '', '', ''],
      ['B1', 'Carers were not heard', 'Carers forum', 'Carers lead', '', 'Ongoing', 'Embedded', 'Meets monthly'],
    ]);
    sheet['!merges'] = [xlsx.utils.decode_range('A6:H6'), xlsx.utils.decode_range('B7:B8'), xlsx.utils.decode_range('C4:D4'), xlsx.utils.decode_range('E4:F4'), xlsx.utils.decode_range('G4:H4')];
    const made = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(made, xlsx.utils.aoa_to_sheet([['What the letters mean'], ['AG', 'On track'], ['GR', 'Some delays']]), 'Guide');
    xlsx.utils.book_append_sheet(made, sheet, 'Tracker');
    const content = xlsx.write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const screen = await lead.ask(upload, { file: { name: 'eastmoor.xlsx', content } });
    expect(screen.choices).toMatchObject({ sheet: 'Tracker', headerRow: 4, headerRows: 2 });
    expect(screen.columns.map((column) => [column.field, column.asOf])).toEqual([['ref', null], ['finding', null], ['title', null], ['owner', null], ['startOn', null], ['dueOn', null], ['status', null], ['update', '2026-10-31']]);
    expect(screen.statuses.map((word) => [word.value, word.keySays, word.offered])).toEqual([['AG', 'AG = On track', 'on_track'], ['GR', 'GR = Some delays', 'at_risk'], ['Embedded', null, 'complete']]);
    expect(screen.toSettle.map((question) => [question.row, question.field, question.value, question.proposed])).toEqual([[7, 'dueOn', 'Q3 26/27', '2026-12-31'], [8, 'dueOn', '31/02/2027', null], [10, 'dueOn', 'Ongoing', null]]);
    const chosen = await lead.ask(choose, { params: { id: screen.id }, body: {
      version: screen.version, planTitle: 'Board plan', reviewTitle: 'Peer review', statuses: [{ value: 'AG', status: 'on_track' }, { value: 'GR', status: 'at_risk' }, { value: 'Embedded', status: 'complete' }],
      people: [...screen.people.map(({ value }) => ({ value, choice: 'create' as const, id: null, kind: null }))] } });
    expect(chosen.needed).toEqual([]);
    const done = await lead.ask(apply, { params: { id: screen.id }, body: { version: chosen.version } });
    const { rows } = await stage.owner.query(`select a.ref, a.theme, a.status, a.start_on::text, a.due_text, u.narrative, (select string_agg(f.quotation, ',') from action_finding l join finding f on f.id = l.finding_id where l.action_id = a.id) as finding from action a left join status_update u on u.id = a.last_update_id order by a.ref`);
    expect(rows).toEqual([
      { ref: 'A1', theme: 'Getting home', status: 'on_track', start_on: '2026-09-01', due_text: 'Q3 26/27', narrative: 'List runs daily', finding: 'Discharge is slow' },
      { ref: 'A2', theme: 'Getting home', status: 'at_risk', start_on: '2026-10-01', due_text: '31/02/2027', narrative: 'Rota agreed', finding: 'Discharge is slow' },
      { ref: 'B1', theme: null, status: 'complete', start_on: null, due_text: 'Ongoing', narrative: 'Meets monthly\nThe plan said “Embedded”.', finding: 'Carers were not heard' },
    ]);

    // What leans on it stops the undo, and says so.
    const [action] = done.result?.actions ?? [];
    await lead.ask(routes.updates.report, { params: { id: action?.id ?? '' }, body: { status: 'on_track', narrative: 'Better' } });
    const { problem } = await lead.try(undo, { params: { id: done.id }, body: { version: done.version } });
    expect(problem.detail).toContain('Somebody reported on action A1');
    expect((await stage.owner.query('select count(*)::int as n from action where withdrawn_at is null')).rows).toEqual([{ n: 3 }]);
  });
});
