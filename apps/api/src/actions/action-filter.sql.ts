import type { ActionFilter, PastFilter } from '@followthrough/contracts';
import { judgedActions } from '../assessments/published';
import { symptomOnlyActions } from '../causes/published';
import { isOpen } from '../closures/published';
import { onLadder } from '../dependencies/published';
import { hasLateMilestone } from '../milestones/published';
import { lacking } from '../plan-health/published';

type Value = (one: unknown, type: string) => string;
type Clause<T> = (one: T, value: Value, asked: ActionFilter) => string;

/** One clause a filter. `a` is the action; every value goes in as a parameter. */
const clauses: { readonly [K in keyof Required<ActionFilter>]: Clause<NonNullable<ActionFilter[K]>> } = {
  plan: (id, value) => `a.plan_id = ${value(id, 'uuid')}`,
  status: (words, value) => `a.status = any (${value(words, 'text[]')})`,
  horizon: (words, value) => `a.horizon = any (${value(words, 'text[]')})`,
  priority: (words, value) => `a.priority = any (${value(words, 'text[]')})`,
  theme: (theme, value) => `a.theme = ${value(theme, 'text')}`,
  board: (id, value) => `exists (select from plan_board b where b.plan_id = a.plan_id and b.board_id = ${value(id, 'uuid')})`,
  owner: (id, value) => `a.owner_id = ${value(id, 'uuid')}`,
  organisation: (id, value) => {
    const which = value(id, 'uuid');
    return `(a.accountable_organisation_id = ${which} or exists (select from action_organisation c where c.action_id = a.id and c.organisation_id = ${which}))`;
  },
  accountable: (id, value) => `a.accountable_organisation_id = ${value(id, 'uuid')}`,
  unaccountable: claim('a.accountable_organisation_id is null'),
  finding: (id, value) => `exists (select from action_finding f where f.action_id = a.id and f.finding_id = ${value(id, 'uuid')})`,
  cause: (id, value) => `exists (select from action_cause x where x.action_id = a.id and x.cause_id = ${value(id, 'uuid')})`,
  symptomOnly: claim('a.id in (select action_id from symptom_only)'),
  overdue: claim(`(a.due_on < today() and ${isOpen('a')})`),
  moved: claim('exists (select from due_move m where m.action_id = a.id and m.milestone_id is null)'),
  movedSince: (day, value) => `exists (select from due_move m where m.action_id = a.id and m.milestone_id is null and m.moved_on >= ${value(day, 'date')})`,
  // One and the same move, where both are asked: not one long ago for this reason and another of late.
  movedFor: (reasons, value, { movedSince }) =>
    `exists (select from due_move m where m.action_id = a.id and m.milestone_id is null and m.reason = any (${value(reasons, 'text[]')}) ${movedSince === undefined ? '' : `and m.moved_on >= ${value(movedSince, 'date')}`})`,
  milestoneLate: claim(hasLateMilestone('a.id')),
  notUpdatedSince: (day, value) => `(a.last_update_id is null or a.status_on < ${value(day, 'date')})`,
  decision: claim(`exists (select from decision_request d where d.action_id = a.id and d.state = 'open' and d.withdrawn_at is null)`),
  dateUnresolved: claim('(a.due_on is null and a.due_text is not null and not a.due_text_kept)'),
  unowned: claim('a.owner_id is null'),
  unestimated: claim('a.days_needed is null'),
  undated: claim('(a.days_needed is not null and a.due_on is null)'),
  programme: (id, value) => `exists (select from action_programme p where p.action_id = a.id and p.programme_id = ${value(id, 'uuid')})`,
  gap: (gap) => lacking(gap),
  doubtful: claim('a.id in (select j.id from judged j where j.assessed <> j.status)'),
  flag: (flag, value) => `a.id in (select j.id from judged j where ${value(flag, 'text')} = any (j.flags))`,
  overridden: claim(`a.id in (select j.id from judged j where j.overridden <> '{}')`),
  closure: (states, value) => `a.closure_state = any (${value(states, 'text[]')})`,
  ended: (words, value) => `a.disposition = any (${value(words, 'text[]')})`,
  notEnded: claim('a.disposition is null'),
  onLadder: claim(onLadder('a.id')),
  text: (text, value) => `strpos(lower(concat_ws(' ', a.ref, a.title, a.theme, case when may_read_restricted() or not 'description' = any (a.restricted) then a.description end)), lower(${value(text, 'text')})) > 0`,
};

/** A filter that is asked for or against. An unknown (no due date) is neither overdue nor hidden: it is "not". */
function claim(sql: string): Clause<boolean> {
  return (wanted) => (wanted ? sql : `${sql} is not true`);
}

/** The conditions of those filters that were asked for, each led by `and`. */
export function filtered(asked: ActionFilter, value: Value): string {
  const told = Object.entries(clauses) as [keyof ActionFilter, Clause<unknown>][];
  return told.filter(([name]) => asked[name] !== undefined).map(([name, clause]) => `and ${clause(asked[name], value, asked)}`).join(' ');
}

/** For rows `a` of a day that has been, with the `state` of the report that they are in; `made` says which moves `m` had been made. */
export function filteredThen(asked: PastFilter, value: Value, day: string, made: string): string {
  const until = `m.milestone_id is null and ${made}`;
  const then: Readonly<Partial<Record<keyof ActionFilter, (sql: string) => string>>> = {
    overdue: (sql) => sql.replace('today()', day),
    // What is marked now is not found by words of then either.
    text: (sql) => sql.replace(`'description' = any (a.restricted)`, `('description' = any (a.restricted) or exists (select from action n where n.id = a.id and 'description' = any (n.restricted)))`),
    moved: (sql) => sql.replace('m.milestone_id is null', until),
    movedSince: (sql) => sql.replace('m.milestone_id is null', until),
    movedFor: (sql) => sql.replace('m.milestone_id is null', until),
  };
  const told = Object.keys(asked).filter((name): name is keyof PastFilter => name in clauses && asked[name as keyof PastFilter] !== undefined);
  return told
    .map((name) => {
      if (name === 'doubtful') return `and ((a.state ->> 'assessed') <> a.status) is ${asked.doubtful ? '' : 'not '}true`;
      if (name === 'flag') return `and a.state -> 'flags' ? ${value(asked.flag, 'text')}`;
      const sql = (clauses[name] as Clause<unknown>)(asked[name], value, asked);
      return `and ${then[name]?.(sql) ?? sql}`;
    })
    .join(' ');
}

/** What the conditions look into, as CTEs: made once, however often a statement asks for the same actions. */
export function lookedInto(asked: ActionFilter, value: Value): readonly string[] {
  const isJudged = asked.doubtful !== undefined || asked.flag !== undefined || asked.overridden !== undefined;
  return [
    ...(asked.symptomOnly === undefined ? [] : [`symptom_only as materialized (select t.action_id from ${symptomOnlyActions} t)`]),
    ...(isJudged ? [`judged as materialized (${judgedActions(asked.plan && value(asked.plan, 'uuid'))})`] : []),
  ];
}
