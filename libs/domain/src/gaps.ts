import type { Horizon } from '@followthrough/contracts';
import { type CauseLink, wayDown } from './causes';

/** Findings, causes and actions with what joins them; each pair is [from, to], and withdrawn rows are left out. */
export interface Thread {
  readonly causes: readonly CauseLink[];
  readonly findings: readonly { readonly id: string; readonly deepRooted: boolean }[];
  readonly actions: readonly { readonly id: string; readonly horizon: Horizon }[];
  readonly causeOfFinding: readonly (readonly [finding: string, cause: string])[];
  readonly findingOfAction: readonly (readonly [action: string, finding: string])[];
  readonly causeOfAction: readonly (readonly [action: string, cause: string])[];
}

type Pairs = readonly (readonly [string, string])[];
const of = (pairs: Pairs, from: string): readonly string[] => pairs.filter(([one]) => one === from).map(([, to]) => to);

/** What would answer a finding at its cause: its causes, and everything deeper behind them. */
const rootsOf = ({ causes, causeOfFinding }: Thread, finding: string): readonly string[] => of(causeOfFinding, finding).flatMap((cause) => wayDown(causes, cause));

/**
 * An action treats only a symptom when it answers a finding whose causes are known, and answers none of those causes
 * nor anything deeper behind them. Where it answers several such findings, one cause of one of them is enough.
 * Findings without a cause say nothing yet: nobody can know what the action treats.
 */
export function treatsOnlySymptom(thread: Thread, action: string): boolean {
  const roots = of(thread.findingOfAction, action).flatMap((finding) => rootsOf(thread, finding));
  return roots.length > 0 && !of(thread.causeOfAction, action).some((cause) => roots.includes(cause));
}

/** A cause is answered by an action of its own, or by one that answers a deeper cause behind it. */
export function isCauseAnswered({ causes, causeOfAction }: Thread, cause: string): boolean {
  const way = wayDown(causes, cause);
  return causeOfAction.some(([, answered]) => way.includes(answered));
}

/**
 * A deep-rooted finding that has actions, all of them quick wins. Its actions are those that answer it, one of its causes
 * or anything deeper. It is deep-rooted when its diagnosis or a summit's deep-rooted priority says so.
 */
export function hasOnlyQuickWins(thread: Thread, finding: string): boolean {
  if (!thread.findings.some(({ id, deepRooted }) => id === finding && deepRooted)) return false;
  const roots = rootsOf(thread, finding);
  const answers = thread.actions.filter(({ id }) => of(thread.findingOfAction, id).includes(finding) || of(thread.causeOfAction, id).some((cause) => roots.includes(cause)));
  return answers.length > 0 && answers.every(({ horizon }) => horizon === 'quick_win');
}
