import type { ImportChoices } from '@followthrough/contracts';
import fc from 'fast-check';
import type { Sheet } from './grid';
import { planImport, previewRow } from './import-plan';
import type { Known, KnownAction } from './known';
import { questions } from './questions';

const NOBODY: Known = { people: [], organisations: [], words: [], findings: [], actions: [], mappings: {} };
const NOTHING: ImportChoices = { sheet: null, headerRow: null, headerRows: null, columns: [], planId: null, planTitle: 'Plan', reviewId: null, reviewTitle: 'Review', asOf: null, statuses: [], people: [], organisations: [], useContacts: true, settled: [], moveReason: null, moveAgreedBy: null };
const said = fc.oneof(fc.constantFrom('', ' ', '1.1', '1.10', 'a) one (by Dec 2026)\nb) two', '(addressed through 1.1 above)', 'Ongoing', '31/02/2027', 'Q3 26/27', 'Blue', 'Key: Blue = done, Red = late', 'All partners', 'A; B / C', '=1+1'), fc.string({ unit: 'binary', maxLength: 30 }));
const cell = fc.record({ text: said });
const HEAD = ['Ref', 'Finding', 'Action', 'Lead', 'Organisations', 'Start', 'Timescale', 'RAG', 'Update as of 31/10/2026'].map((text) => ({ text }));
const sheets = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }).map((rows): Sheet[] => [{ name: 'Plan', rows: [[{ text: 'A title' }], HEAD, ...rows], merges: [] }]);

it('has one outcome for every row of any sheet, guesses no date, and never gives two rows one ref', () => {
  fc.assert(
    fc.property(sheets, (some) => {
      const plan = planImport(some, NOTHING, NOBODY, '2026-11-21');
      expect(plan).not.toBeNull();
      if (!plan) return;
      expect(Object.values(plan.counts).reduce((sum, many) => sum + many, 0)).toBe(plan.rows.length);
      const refs = plan.rows.flatMap(({ entry }) => (entry.ref === null ? [] : [entry.ref.toLowerCase()]));
      expect(new Set(refs).size).toBe(refs.length);
      for (const row of plan.rows) {
        expect(row.values.dueOn !== null && row.values.dueText !== null).toBe(false);
        if (row.values.dueOn !== null) expect(row.read.dates.dueOn.on).toBe(row.values.dueOn);
        // What would stop the database stops the dry run first.
        if (row.outcome === 'create') expect(row.values.title.length > 0 && row.values.title.length <= 500 && row.entry.ref !== null).toBe(true);
        expect(previewRow(row).outcome).toBe(row.outcome);
      }
      expect(questions(plan, NOTHING).every((question) => question.row >= 3)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('imports a long action whole, under its first sentence', () => {
  const long = `Agree the beds. ${'Then staff them well. '.repeat(40)}`.trim();
  const [row] = planImport([{ name: 'Plan', merges: [], rows: [HEAD, [{ text: '1' }, { text: '' }, { text: long }]] }], NOTHING, NOBODY, '2026-11-21')?.rows ?? [];
  expect(row?.values.title.length).toBeLessThanOrEqual(200);
  expect(row?.values.description).toBe(long);
});

it('keeps what older columns of updates said, dated, under the latest', () => {
  const rows = [['Ref', 'Action', 'RAG', 'Update as of 31/07/2026', 'Update as of 31/10/2026'], ['1', 'Do it', 'Green', 'Begun', 'Going well']].map((one) => one.map((text) => ({ text })));
  const [row] = planImport([{ name: 'Plan', merges: [], rows }], { ...NOTHING, statuses: [{ value: 'Green', status: 'on_track' }] }, NOBODY, '2026-11-21')?.rows ?? [];
  expect(row?.update).toEqual({ status: 'on_track', asOf: '2026-10-31', narrative: 'Going well\n31 July 2026: Begun', saysEmbedded: false });
});

it('lists a status of a day to come instead of taking it', () => {
  const rows = [['Ref', 'Action', 'RAG', 'Update as of 31/12/2026'], ['1', 'Do it', 'Green', 'Planned']].map((one) => one.map((text) => ({ text })));
  const [row] = planImport([{ name: 'Plan', merges: [], rows }], { ...NOTHING, statuses: [{ value: 'Green', status: 'on_track' }] }, NOBODY, '2026-11-21')?.rows ?? [];
  expect([row?.outcome, row?.problems[0]?.message]).toEqual(['stuck', 'The status speaks of a day that has not come yet.']);
});

it('reads effort in words, says how, lists what it does not understand, and types over no lines of effort', () => {
  const head = ['Ref', 'Action', 'Start', 'Timescale', 'Resources (days / £)'];
  const sheet = (...rows: string[][]) => [{ name: 'Plan', merges: [], rows: [head, ...rows].map((one) => one.map((text) => ({ text }))) }];
  const rows = planImport(sheet(['1', 'One', '01/06/2026', '30/09/2026', '1.0 WTE'], ['2', 'Two', '', 'Ongoing', '1.0 WTE'], ['3', 'Three', '', '', 'volunteers'], ['4', 'Four', '', '', '£90k'], ['5', 'Five', '', '', '5-10 days']), NOTHING, NOBODY, '2026-11-21')?.rows ?? [];
  expect(rows.map(({ values, problems }) => [values.daysNeeded, problems.filter((one) => one.field === 'resources').map((one) => one.message)])).toEqual([
    [87, ['1.0 WTE over the 87 working days from start to due date: 87 days.']],
    [null, ['“1.0 WTE” is so much over time: it becomes days once the action has a start and a due date.']],
    [null, ['It says no number of days that could be understood, so the effort stays unknown.']],
    [null, []],
    [7.5, ['Between 5 and 10 days: the middle, 7.5 days, is taken as likely, and both ends are kept as a line of effort.']],
  ]);
  expect(rows.map(({ range }) => range)).toEqual([null, null, null, null, { low: 5, high: 10 }]);
  const [first] = rows;
  if (!first) throw new Error('no row');
  const here: KnownAction = { ...first.values, id: 'a', version: 1, ref: '1', status: 'not_started', statusOn: '2026-10-01', narrative: null, createdOn: '2026-01-01', isClosed: false, hasEffort: true, daysNeeded: 40, findings: [], base: null };
  for (const days of ['Days needed', 'Resources (days / £)']) {
    const [kept] = planImport([{ name: 'Plan', merges: [], rows: [[...head.slice(0, 4), days], ['1', 'One', '01/06/2026', '30/09/2026', '60 days']].map((one) => one.map((text) => ({ text }))) }], { ...NOTHING, planId: 'p' }, { ...NOBODY, actions: [here] }, '2026-11-21')?.rows ?? [];
    expect([kept?.values.daysNeeded, kept?.problems.map((one) => one.message.slice(0, 43))]).toEqual([40, ['Its days are the sum of its lines of effort']]);
  }
});

it('takes nothing that a sheet says of the progress of what is claimed or has ended here, and says so', () => {
  const here: KnownAction = {
    id: 'a', version: 1, ref: '1', title: 'Do it', description: null, theme: null, horizon: 'medium', priority: null, ownerId: null, accountablePersonId: null, accountableOrganisationId: null, contributingIds: [], startOn: null, startText: null, dueOn: null, dueText: null, dueTextKept: false,
    successMeasure: null, resources: null, daysNeeded: null, risks: null, nextSteps: null, status: 'embedded', statusOn: '2026-10-01', narrative: null, createdOn: '2026-01-01', isClosed: true, hasEffort: false, findings: [], base: null,
  };
  const rows = [['Ref', 'Action', 'RAG', 'Update as of 31/10/2026'], ['1', 'Do it', 'Green', 'Going on']].map((one) => one.map((text) => ({ text })));
  const choices = { ...NOTHING, planId: 'p', statuses: [{ value: 'Green', status: 'on_track' as const }] };
  const [closed] = planImport([{ name: 'Plan', merges: [], rows }], choices, { ...NOBODY, actions: [here] }, '2026-11-21')?.rows ?? [];
  expect([closed?.update, closed?.outcome, closed?.problems.map(({ message, blocking }) => [message.slice(0, 45), blocking])]).toEqual([null, 'unchanged', [['It waits to be verified here, or has ended: w', false]]]);
  const [open] = planImport([{ name: 'Plan', merges: [], rows }], choices, { ...NOBODY, actions: [{ ...here, isClosed: false, status: 'at_risk' }] }, '2026-11-21')?.rows ?? [];
  expect([open?.update?.status, open?.outcome]).toEqual(['on_track', 'change']);
});
