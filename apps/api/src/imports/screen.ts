import type { ImportPreview, ImportResult, ImportScreen, PreviewFilter, StatusSeen } from '@followthrough/contracts';
import { columnExamples, columnLetter, findHeader, type ImportPlan, keySays, missingRow, type NamedInSheet, noCounts, planImport, previewRow, questions, stateInWords, suggestField, suggestions, widthOf } from '@followthrough/domain';
import { chosen, type Loaded } from './loaded';

const GRID_ROWS = 40;
const PAGE = 100;

/** Everything that the steps of one import show. After it was applied or given up, the steps are empty and the result is there. */
export function screenOf(loaded: Loaded, today: string): ImportScreen {
  const { id, version, fileName, state, createdAt, createdBy, appliedAt, undoneAt, plan: planTitle } = loaded.import;
  const choices = chosen(loaded);
  const isOpen = state === 'uploaded' || state === 'previewed';
  const plan = isOpen ? planImport(loaded.sheets, choices, loaded, today) : null;
  const sheet = plan?.table.sheet ?? loaded.sheets[0];
  return {
    id, version, fileName, state, createdAt, createdBy, appliedAt, undoneAt, plan: planTitle,
    choices: plan ? { ...choices, sheet: plan.table.sheet.name, headerRow: plan.table.header.row + 1, headerRows: plan.table.header.rows } : choices,
    sheets: loaded.sheets.map((one) => ({ name: one.name, rows: one.rows.length, columns: widthOf(one), headerRow: headerOf(one) })),
    grid: (sheet?.rows.slice(0, GRID_ROWS) ?? []).map((cells, row) => ({ row: row + 1, cells: cells.map((cell) => cell.text.slice(0, 200)) })),
    columns: plan ? columnsSeen(plan) : [],
    remembered: plan?.table.remembered != null,
    key: plan?.keys.map(({ where, text }) => ({ where: where.slice(0, 300), text })) ?? [],
    statuses: plan ? statusesSeen(plan, loaded) : [],
    people: plan ? [...plan.names.people.values()].map((one) => nameSeen(one, loaded.people)) : [],
    organisations: plan ? [...plan.names.organisations.values()].map((one) => nameSeen(one, loaded.organisations)) : [],
    knownPeople: isOpen ? loaded.people.map(({ id: person, name }) => ({ id: person, name })) : [],
    knownOrganisations: isOpen ? loaded.organisations.map(({ id: body, name }) => ({ id: body, name })) : [],
    plans: [...loaded.plans],
    reviews: [...loaded.reviews],
    scale: [...loaded.words],
    toSettle: plan ? [...questions(plan, choices)].slice(0, 20_000) : [],
    needed: plan ? [...plan.needed] : isOpen ? ['Choose the row that holds the names of the columns.'] : [],
    counts: plan?.counts ?? loaded.import.report?.counts ?? noCounts(),
    moves: plan?.moves ?? 0,
    result: resultOf(loaded),
  };
}

function headerOf(sheet: Loaded['sheets'][number]): number | null {
  const found = findHeader(sheet);
  return found ? found.row + 1 : null;
}

function columnsSeen({ table }: ImportPlan): ImportScreen['columns'] {
  return table.columns.map((column) => {
    const heading = table.headings[column.column] ?? '';
    const { examples, hasGaps } = columnExamples(table, column.column);
    return { ...column, letter: columnLetter(column.column), heading: heading.slice(0, 1_000), examples: [...examples], suggested: suggestField(heading), hasGaps };
  });
}

/** What a word is offered to mean comes from the sheet's own key, from a word that says it plainly, or from this locality's own words; never from a colour. */
function statusesSeen(plan: ImportPlan, { words }: Loaded): StatusSeen[] {
  return plan.words.slice(0, 500).map(({ value, rows, status }) => {
    const says = keySays(value, plan.keys);
    const own = words.find((word) => word.word.toLowerCase() === value.toLowerCase())?.status;
    const offered = says !== null ? stateInWords(says) : own === undefined ? stateInWords(value) : own === 'embedded' ? 'complete' : own;
    return { value, rows, keySays: says, offered, answered: status !== undefined, status: status ?? null };
  });
}

function nameSeen(one: NamedInSheet, known: readonly { readonly id: string; readonly name: string }[]): ImportScreen['people'][number] {
  const contact = one.contact ? [one.contact.email, one.contact.organisation].filter(Boolean).join(', ') : null;
  return { value: one.value.slice(0, 500), choice: one.choice ?? 'leave', id: one.choice === 'match' ? one.id : null, kind: one.kind, rows: one.rows, answered: one.choice !== null, matched: one.matched, similar: one.choice === 'match' ? [] : [...suggestions(one.value, known)], contact: contact?.slice(0, 500) ?? null };
}

function resultOf({ import: { report, planId, plan }, made, datesToResolve }: Loaded): ImportResult | null {
  if (!report) return null;
  return { ...report.counts, planId, plan, people: report.people, organisations: report.organisations, findings: report.findings, updates: report.updates, datesToResolve, actions: [...made] };
}

/** A page of the dry run: of all rows, of those with problems, or of those with one outcome. */
export function previewOf(loaded: Loaded, today: string, show: PreviewFilter, after: number): ImportPreview {
  const plan = planImport(loaded.sheets, chosen(loaded), loaded, today);
  if (!plan) return { version: loaded.import.version, counts: noCounts(), withProblems: 0, needed: ['Choose the row that holds the names of the columns.'], items: [], next: null };
  const withProblems = plan.rows.filter((row) => row.problems.length > 0);
  const rows = show === 'missing' ? [] : show === 'problems' ? withProblems : show === 'all' ? plan.rows : plan.rows.filter((row) => row.outcome === show);
  const missing = show === 'missing' || show === 'all' ? plan.missing : [];
  const page = [...rows.map((row) => () => previewRow(row)), ...missing.map((action) => () => missingRow(action))];
  return { version: loaded.import.version, counts: plan.counts, withProblems: withProblems.length, needed: [...plan.needed], items: page.slice(after, after + PAGE).map((make) => make()), next: page.length > after + PAGE ? after + PAGE : null };
}
