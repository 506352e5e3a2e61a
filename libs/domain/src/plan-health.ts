import type { HealthKey } from '@followthrough/contracts';

/** `must`: without it the plan cannot be held to account. `should`: with it the plan is likelier to work. */
export type Severity = 'must' | 'should';

export interface HealthRule {
  readonly title: string;
  /** What is missing, in a sentence. `of` is how many could lack it. */
  readonly missing: (count: number, of: number) => string;
  /** What is there when nothing is missing. */
  readonly inOrder: string;
  readonly severity: Severity;
}

const actions = (count: number): string => (count === 1 ? '1 open action' : `${count.toLocaleString('en-GB')} open actions`);
const lack = (has: string, have: string) => (count: number): string => `${actions(count)} ${count === 1 ? has : have}`;

/** Every item of the list, in the order in which a plan is made: first what it is for, then who does what by when. */
export const healthRules: Readonly<Record<HealthKey, HealthRule>> = {
  aim: { title: 'Aim', missing: () => 'The plan does not say what will be different for people', inOrder: 'The plan says what will be different for people', severity: 'must' },
  unsigned: { title: 'Signatures', missing: (count, of) => `${count} of ${of} ${of === 1 ? 'partner has' : 'partners have'} not signed the aim as it now reads`, inOrder: 'Every partner has signed the aim as it reads', severity: 'must' },
  sponsor: { title: 'Sponsors', missing: () => 'Nobody is named as sponsor', inOrder: 'Somebody stands behind the plan by name or role', severity: 'must' },
  board: { title: 'Board', missing: () => 'The plan reports to no board', inOrder: 'The plan reports to a board', severity: 'must' },
  meeting: { title: 'Meeting dates', missing: (count, of) => (of === 1 ? 'The board has no meeting date to come' : `${count} of ${of} boards ${count === 1 ? 'has' : 'have'} no meeting date to come`), inOrder: 'Each board has a date on which it meets next', severity: 'should' },
  balance: { title: 'Quick wins and deep-rooted work', missing: () => 'Quick wins and deep-rooted work are out of balance', inOrder: 'Quick wins and deep-rooted work are in balance', severity: 'should' },
  diagnosis: { title: 'Diagnosis', missing: (count, of) => `${count} of ${of} findings that the plan answers ${count === 1 ? 'has' : 'have'} no agreed diagnosis`, inOrder: 'Every finding that the plan answers has an agreed diagnosis', severity: 'should' },
  owner: { title: 'Owners', missing: lack('has no owner', 'have no owner'), inOrder: 'Every open action has an owner', severity: 'must' },
  organisation: { title: 'Accountable partners', missing: lack('has no accountable organisation', 'have no accountable organisation'), inOrder: 'Every open action has an accountable organisation', severity: 'must' },
  due: { title: 'Due dates', missing: lack('has no due date', 'have no due date'), inOrder: 'Every open action has a due date, or knowingly none', severity: 'must' },
  milestone: { title: 'Milestones', missing: (count) => `${count.toLocaleString('en-GB')} medium-term or deep-rooted ${count === 1 ? 'action has' : 'actions have'} no milestone`, inOrder: 'Every open action that takes longer than a quick win has a milestone', severity: 'should' },
  measure: { title: 'Success measures', missing: lack('does not say how success is seen', 'do not say how success is seen'), inOrder: 'Every open action says how success is seen', severity: 'should' },
  measured: { title: 'Measures', missing: lack('has no measure that is counted', 'have no measure that is counted'), inOrder: 'Every open action has a measure that is counted', severity: 'should' },
  evidence: { title: 'Evidence agreed', missing: lack('does not say what kind of evidence will show that it is done', 'do not say what kind of evidence will show that they are done'), inOrder: 'Every open action says what kind of evidence will show that it is done', severity: 'should' },
  estimate: { title: 'Estimates', missing: lack('has no estimate of days', 'have no estimate of days'), inOrder: 'Every open action has an estimate of days', severity: 'should' },
  programme: { title: 'Running programmes', missing: lack('is not checked against running programmes', 'are not checked against running programmes'), inOrder: 'Every open action is linked to a running programme, or none touches it', severity: 'should' },
  co_production: { title: 'Co-production', missing: lack('has no step done together with people who use services', 'have no step done together with people who use services'), inOrder: 'There is a step done together with people who use services', severity: 'should' },
};

export type Balance = 'fine' | 'nothing' | 'no_quick_wins' | 'no_deep_rooted' | 'mostly_quick_wins' | 'mostly_deep_rooted';

/** One kind may be four times the other at most, our own line: the lessons of the 2018 reviews ask for both and give no figure. */
const MOST = 4;

/** Short-term fixes beside longer-term change. Counts are of all actions of the plan, finished ones too; medium-term ones weigh on neither side. */
export function balanceOf(quickWins: number, deepRooted: number): Balance {
  if (quickWins + deepRooted === 0) return 'nothing';
  if (quickWins === 0) return 'no_quick_wins';
  if (deepRooted === 0) return 'no_deep_rooted';
  if (quickWins > MOST * deepRooted) return 'mostly_quick_wins';
  return deepRooted > MOST * quickWins ? 'mostly_deep_rooted' : 'fine';
}

/** The balance as people read it. */
export function balanceSays(quickWins: number, deepRooted: number): string {
  const wins = quickWins === 1 ? '1 quick win' : `${quickWins} quick wins`;
  const roots = deepRooted === 1 ? '1 deep-rooted action' : `${deepRooted} deep-rooted actions`;
  switch (balanceOf(quickWins, deepRooted)) {
    case 'nothing':
      return 'No action is marked as a quick win or as deep-rooted';
    case 'no_quick_wins':
      return `${roots} and no quick win: nothing shows soon that it works`;
    case 'no_deep_rooted':
      return `${wins} and nothing deep-rooted: the causes stay as they are`;
    case 'mostly_quick_wins':
      return `${wins} and only ${roots}: the causes may stay as they are`;
    case 'mostly_deep_rooted':
      return `${roots} and only ${wins}: little shows soon that it works`;
    default:
      return `${wins} and ${roots}`;
  }
}
