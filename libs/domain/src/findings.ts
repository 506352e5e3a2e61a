import type { FieldRefusal, FindingKind, JointState, Status } from '@followthrough/contracts';

/** The worst of several states comes first: what needs a decision, what may slip, what nobody began. */
const WORST_FIRST: readonly Status[] = ['off_track', 'at_risk', 'not_started', 'on_track', 'complete', 'embedded'];

/** How the actions that answer one finding stand together: as the worst of them, or that there are none. */
export function jointState(statuses: readonly Status[]): JointState {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? 'no_action';
}

/** Strengths and good practice ask for nothing; the others are unanswered until an action answers them. */
export const needsAction = (kind: FindingKind): boolean => kind === 'area_for_improvement' || kind === 'challenge';

/** Place in a list that shows the worst first, from 1. What needs an action and has none comes right after what is off track. */
export function findingRank(kind: FindingKind, joint: JointState): number {
  const order: readonly JointState[] = ['off_track', 'no_action', 'at_risk', 'not_started', 'on_track', 'complete', 'embedded'];
  return joint === 'no_action' && !needsAction(kind) ? order.length + 1 : order.indexOf(joint) + 1;
}

/** Themes are said once each, however they are written. */
export function checkThemes(themes: readonly string[]): readonly FieldRefusal[] {
  const seen = new Set<string>();
  return themes.flatMap((theme, index) => {
    const key = theme.toLowerCase();
    if (seen.has(key)) return [{ field: `themes.${index}`, code: 'rule' as const, message: `“${theme}” is there twice` }];
    seen.add(key);
    return [];
  });
}

/** What the review said is a draft until somebody confirmed it. From then on a correction is added beside it. */
export function checkLock(isConfirmed: boolean, changes: { readonly quotation?: unknown; readonly page?: unknown }): readonly FieldRefusal[] {
  if (!isConfirmed) return [];
  return (['quotation', 'page'] as const).filter((field) => changes[field] !== undefined).map((field) => ({ field, code: 'rule' as const, message: 'It was confirmed as the report’s own: add a correction instead' }));
}

/** Refs are unique in a review: those of a list are checked against one another as well as against what is there. */
export function checkList(findings: readonly { readonly ref: string; readonly themes: readonly string[] }[]): readonly FieldRefusal[] {
  const seen = new Set<string>();
  return findings.flatMap(({ ref, themes }, at) => {
    const repeated = seen.has(ref) ? [{ field: `findings.${at}.ref`, code: 'rule' as const, message: `Ref ${ref} is in the list twice` }] : [];
    seen.add(ref);
    return [...repeated, ...checkThemes(themes).map((one) => ({ ...one, field: `findings.${at}.${one.field}` }))];
  });
}
