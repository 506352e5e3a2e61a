import type { FieldRefusal, Lack, NewUpdate, Status } from '@followthrough/contracts';

/**
 * What an update must say. At risk and off track need a narrative and a way back; off track names the decision it
 * waits for; embedded needs evidence and somebody who neither owns the action nor called it complete.
 */

/** What has to be known about the action to judge a report. */
export interface ReportFacts {
  readonly reporterId: string | null;
  readonly ownerId: string | null;
  readonly accountablePersonId: string | null;
  /** Those who reported it complete, or on whose behalf that was said, since it was last open. */
  readonly completedBy: readonly string[];
  /** Status before this report. */
  readonly status: Status;
  /** Whether the person in `onBehalfOfId` can sign in; false when nobody is named. */
  readonly namedHasAccount: boolean;
  /** The update in `correctsId` is one of this action's. */
  readonly correctsOwn: boolean;
}

/** Whether a report needs facts beyond its own words: these are the rare ones. */
export const needsFacts = (said: NewUpdate): boolean => said.status === 'embedded' || !!said.onBehalfOfId || !!said.correctsId;

/** What the words alone must hold, whoever says them. `today` is the London day. */
export function checkUpdateWords(said: NewUpdate, today: string): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  const no = (field: string, message: string) => void found.push({ field, code: 'rule', message });
  const worries = said.status === 'at_risk' || said.status === 'off_track';
  if (worries && !said.narrative) no('narrative', 'Say what happened: this status needs it');
  if (worries && !said.pathToGreen) no('pathToGreen', 'Say what will bring it back on track');
  if (said.status === 'off_track' && !said.decision) no('decision', 'Name the decision that is needed, and from whom');
  if (said.decision && said.status !== 'off_track') no('decision', 'A decision is asked for with an off-track status only');
  if (said.decision && !said.decision.boardId && !said.decision.fromWhom) no('decision.boardId', 'Say which board can decide, or who else');
  if (said.decision?.boardId && said.decision.fromWhom) no('decision.fromWhom', 'A decision is asked of a board or of somebody else, not of both');
  if (said.decision?.neededBy && said.decision.neededBy < today) no('decision.neededBy', 'Needed by must be today or later');
  if (said.status === 'off_track' && said.decision && !said.decision.neededBy) no('decision.neededBy', 'Say by when the decision is needed');
  if (said.status === 'embedded' && !said.evidence) no('evidence', 'Say what evidence shows that the change has lasted');
  if (said.forecastOn && said.forecastOn < today) no('forecastOn', 'The forecast must be today or later');
  return found;
}

/** Everything a report must hold. */
export function checkUpdate(said: NewUpdate, facts: ReportFacts, today: string): readonly FieldRefusal[] {
  const found = [...checkUpdateWords(said, today)];
  const no = (field: string, message: string) => void found.push({ field, code: 'rule', message });
  if (said.status === 'embedded') {
    if (facts.status !== 'complete' && facts.status !== 'embedded') no('status', 'Report it complete first; somebody else then verifies that it is embedded');
    else if (!mayVerify(facts)) no('status', 'Somebody who neither owns this action nor reported it complete must verify it');
  }
  if (said.onBehalfOfId) {
    if (said.onBehalfOfId !== facts.ownerId && said.onBehalfOfId !== facts.accountablePersonId) no('onBehalfOfId', 'Report on behalf of the owner or the accountable person only');
    else if (facts.namedHasAccount) no('onBehalfOfId', 'They have an account and can report for themselves');
    else if (said.onBehalfOfId === facts.reporterId) no('onBehalfOfId', 'That is you');
    // The named person would be the verifier, and they own the action.
    else if (said.status === 'embedded') no('onBehalfOfId', 'An action cannot be verified on behalf of its owner');
  }
  if (said.correctsId && !facts.correctsOwn) no('correctsId', 'The update to correct is not one of this action');
  return found;
}

/** A verifier is neither the owner nor somebody who reported the action complete. */
export function mayVerify(facts: Pick<ReportFacts, 'reporterId' | 'ownerId' | 'completedBy'>): boolean {
  return facts.reporterId !== null && facts.reporterId !== facts.ownerId && !facts.completedBy.includes(facts.reporterId);
}

/** What an update still has to say. Only imported ones can lack anything: nobody may type such a report. Its SQL twin is in `updates.sql`. */
export function lacksOf(update: { readonly status: Status; readonly narrative: string | null; readonly pathToGreen: string | null; readonly decisionId: string | null }): readonly Lack[] {
  const worries = update.status === 'at_risk' || update.status === 'off_track';
  const found: Lack[] = [];
  if (worries && !update.narrative) found.push('narrative');
  if (worries && !update.pathToGreen) found.push('pathToGreen');
  if (update.status === 'off_track' && !update.decisionId) found.push('decision');
  return found;
}
