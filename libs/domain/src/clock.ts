import type { ClockRule, ClockState, FieldRefusal } from '@followthrough/contracts';
import { monthsAfter } from './calendar';
import type { ReviewDates } from './reviews';

/** What people have said about one step of a review's clock. */
export interface SaidOfStep {
  readonly step: string;
  /** Where its date was moved to; null: as the framework's rule has it. */
  readonly movedTo: string | null;
  readonly doneOn: string | null;
}

export interface StepDates {
  readonly code: string;
  readonly title: string;
  readonly rule: string;
  readonly source: string;
  readonly state: ClockState;
  /** By the rule alone; null while the day it counts from is not known. */
  readonly ruleOn: string | null;
  readonly dueOn: string | null;
  /** The rule's outer limit, where it has one that is after the due date. */
  readonly latestOn: string | null;
  readonly doneOn: string | null;
}

/**
 * The steps that should follow a review, in the framework's order. A step counts from the fieldwork's end, the report, or an
 * earlier step: from the day that one was done, or until then, from the day it is due. Late is what is not done after
 * its latest date. Days are `YYYY-MM-DD`.
 */
export function reviewClock(rules: readonly ClockRule[], dates: ReviewDates, said: readonly SaidOfStep[], today: string): readonly StepDates[] {
  const from = new Map<string, string | null>([
    ['fieldwork', dates.fieldworkTo ?? dates.fieldworkFrom ?? null],
    ['report', dates.publishedOn ?? null],
  ]);
  return rules.map((rule) => {
    const { code, title, after, months, latestMonths, source } = rule;
    const start = from.get(after) ?? null;
    const own = said.find((one) => one.step === code);
    const ruleOn = start && monthsAfter(start, months);
    const dueOn = own?.movedTo ?? ruleOn;
    const outer = start && latestMonths !== null ? monthsAfter(start, latestMonths) : null;
    const latestOn = outer && dueOn && outer > dueOn ? outer : null;
    const doneOn = own?.doneOn ?? null;
    from.set(code, doneOn ?? dueOn);
    return { code, title, rule: ruleSays(rule, rules), source, state: stateOf(dueOn, latestOn, doneOn, today), ruleOn, dueOn, latestOn, doneOn };
  });
}

function stateOf(dueOn: string | null, latestOn: string | null, doneOn: string | null, today: string): ClockState {
  if (doneOn) return 'done';
  if (!dueOn) return 'unknown';
  if (today <= dueOn) return 'ahead';
  return latestOn && today <= latestOn ? 'due' : 'late';
}

/** A rule in words: “3 months after the fieldwork, 5 at the latest”. */
export function ruleSays({ after, months, latestMonths }: ClockRule, rules: readonly Pick<ClockRule, 'code' | 'title'>[]): string {
  const start = after === 'fieldwork' ? 'the fieldwork' : after === 'report' ? 'the report' : `“${rules.find((one) => one.code === after)?.title ?? after}”`;
  const span = months === 0 ? 'on the day of' : `${months} ${months === 1 ? 'month' : 'months'} after`;
  return `${span} ${start}${latestMonths === null ? '' : `, ${latestMonths} at the latest`}`;
}

/** Rules that can always be worked out: each counts from the fieldwork, the report or a step above it. */
export function checkClock(rules: readonly ClockRule[]): readonly FieldRefusal[] {
  const known = new Set(['fieldwork', 'report']);
  return rules.flatMap(({ code, after, months, latestMonths }, at) => {
    const found: FieldRefusal[] = [];
    const refused = (field: string, message: string): unknown => found.push({ field: `clock.${at}.${field}`, code: 'rule', message });
    if (known.has(code)) refused('code', 'Another step has that code');
    if (!known.has(after)) refused('after', 'A step counts from the fieldwork, the report or a step above it');
    if (latestMonths !== null && latestMonths < months) refused('latestMonths', 'The latest date cannot be before the date it is for');
    known.add(code);
    return found;
  });
}

/** A move needs its reason; what is done was done on a day that has been. */
export function checkClockEntry({ kind, on, reason }: { readonly kind: 'due' | 'done'; readonly on?: string | null; readonly reason?: string | null }, today: string): readonly FieldRefusal[] {
  if (kind === 'due' && !reason) return [{ field: 'reason', code: 'rule', message: 'Say why the date moves' }];
  if (kind === 'done' && on && on > today) return [{ field: 'on', code: 'rule', message: 'It cannot have been done on a day to come' }];
  return [];
}
