import { type ImportChoices, type ImportField, type ToSettle } from '@followthrough/contracts';
import { spoken } from '../calendar';
import { horizonInTitle } from './columns';
import { Answers, textOf } from './entries';
import type { ImportPlan, PlannedRow } from './import-plan';

/** Every question about single rows, in the order of the sheet: splits, links, refs, dates, horizons, conflicts. */
export function questions(plan: ImportPlan, choices: ImportChoices): readonly ToSettle[] {
  const answers = new Answers(choices.settled);
  const asked = new Set<string>();
  return plan.rows.flatMap((row) => questionsOf(row, answers, plan.table.mapped, asked));
}

function questionsOf({ entry, read, changes, values }: PlannedRow, answers: Answers, mapped: ReadonlySet<ImportField>, asked: Set<string>): readonly ToSettle[] {
  const found: ToSettle[] = [];
  const title = textOf(entry.cells, 'title');
  const ask = (what: ToSettle['what'], field: ImportField | null, value: string, says: string, more: Partial<ToSettle> = {}): void => {
    const part = what === 'split' || what === 'link' ? null : entry.part;
    const key = `${entry.row}|${part}|${what}|${field}`;
    if (asked.has(key)) return;
    asked.add(key);
    const answer = answers.find(entry.row, part, what, field);
    found.push({ row: entry.row, part, what, field, ref: (entry.ref ?? entry.sourceRef).slice(0, 200), value, says, proposed: null, parts: [], needed: false, answered: answer !== undefined, answer: answer?.answer ?? null, ...more });
  };
  const isNew = entry.kind === 'action' && entry.known === null;
  if (entry.parts.length > 1 && (isNew || entry.part !== null))
    ask('split', 'title', entry.part === null ? title : (entry.raw['title'] ?? title), `Row ${entry.row} seems to hold ${entry.parts.length} actions. Make one of each?`, { proposed: 'split', parts: entry.parts.map((part) => ({ ref: `${entry.sourceRef}${part.label}`, title: part.text, due: part.due })) });
  if (entry.linkTo !== null) ask('link', 'title', title, `It points at ${entry.linkTo}. Its finding is linked with that action, and no action is made.`, { proposed: 'link' });
  if (entry.kind !== 'action') return found;
  const refAnswer = answers.find(entry.row, entry.part, 'ref');
  if (entry.refDoubt !== null || refAnswer)
    ask('ref', 'ref', entry.sourceRef, entry.sourceRef === '' ? `Row ${entry.row} has no ref. Give it one.` : `The ref ${entry.sourceRef} is there more than once. Give this row one of its own.`, { proposed: entry.proposedRef ?? refAnswer?.answer ?? null, needed: entry.refDoubt !== null });
  for (const field of ['startOn', 'dueOn'] as const) {
    const said = read.dates[field];
    const same = entry.known !== null && !changes.some((change) => change.field === field) && (field === 'dueOn' ? values.dueOn !== null || values.dueTextKept : values.startOn !== null);
    const clash = read.problems.some((one) => one.field === field && one.blocking);
    if ((said.text !== null && !same) || clash || answers.find(entry.row, entry.part, 'date', field))
      ask('date', field, said.text ?? textOf(entry.cells, field), clash ? 'The due date is before the start date.' : said.why === 'impossible' ? 'No calendar has this day.' : said.proposed ? `Does it mean ${spoken(said.proposed)}?` : 'It states no day.', { proposed: said.proposed, needed: clash });
  }
  if (isNew && !mapped.has('horizon') && horizonInTitle(title)) ask('horizon', 'horizon', title.slice(0, 200), 'Its name says that it is a quick win.', { proposed: 'quick_win' });
  for (const change of changes) if (change.conflict) ask('conflict', change.field, change.to ?? '', 'Both the file and somebody here changed it since the last import.', { proposed: change.from?.slice(0, 200) ?? null, needed: change.chosen === null });
  return found;
}

