import type { BatchUpdate, ClosureState, Disposition, EvidenceType, FieldRefusal, Lack, NewUpdate, Status } from '@followthrough/contracts';
import { spoken } from './calendar';
import { checkClaim } from './closure';
import { checkEvidenceItem, type GivenEvidence } from './evidence';

/**
 * What an update must say. At risk and off track need a narrative and a way back; off track names the decision it waits for;
 * complete is a claim and comes with evidence of the agreed kind. Embedded is never reported: a closure reaches it.
 */

/** What has to be known about the action to judge a report. */
export interface ReportFacts {
  readonly reporterId: string | null;
  readonly ownerId: string | null;
  readonly accountablePersonId: string | null;
  /** Whether the person in `onBehalfOfId` can sign in; false when nobody is named. */
  readonly namedHasAccount: boolean;
  /** The update in `correctsId` is one of this action's. */
  readonly correctsOwn: boolean;
  readonly closureState: ClosureState | null;
  readonly disposition: Disposition | null;
  readonly evidenceKind: EvidenceType | null;
  /** Evidence given before this report that counts for a claim. */
  readonly standing: readonly GivenEvidence[];
}

/** Whether a report needs facts beyond its own words: these are the rare ones. */
export const needsFacts = (said: NewUpdate): boolean => said.status === 'complete' || !!said.onBehalfOfId || !!said.correctsId;

/** What the words alone must hold, whoever says them. `today` is the London day. */
export function checkUpdateWords(said: NewUpdate, today: string): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  const no = (field: string, message: string) => void found.push({ field, code: 'rule', message });
  const worries = said.status === 'at_risk' || said.status === 'off_track';
  if (said.status === 'embedded') no('status', 'Embedded is not reported: report it complete; somebody else verifies it, and it has to hold at three and at six months');
  if (worries && !said.narrative) no('narrative', 'Say what happened: this status needs it');
  if (worries && !said.pathToGreen) no('pathToGreen', 'Say what will bring it back on track');
  if (said.status === 'off_track' && !said.decision) no('decision', 'Name the decision that is needed, and from whom');
  if (said.decision && said.status !== 'off_track') no('decision', 'A decision is asked for with an off-track status only');
  if (said.decision && !said.decision.boardId && !said.decision.fromWhom) no('decision.boardId', 'Say which board can decide, or who else');
  if (said.decision?.boardId && said.decision.fromWhom) no('decision.fromWhom', 'A decision is asked of a board or of somebody else, not of both');
  if (said.decision?.neededBy && said.decision.neededBy < today) no('decision.neededBy', 'Needed by must be today or later');
  if (said.status === 'off_track' && said.decision && !said.decision.neededBy) no('decision.neededBy', 'Say by when the decision is needed');
  if (said.forecastOn && said.forecastOn < today) no('forecastOn', 'The forecast must be today or later');
  if (said.status === 'complete' && said.daysLeft) no('daysLeft', 'It is reported complete, so no days are left');
  said.evidence?.forEach((one, at) => found.push(...checkEvidenceItem(one, `evidence.${at}.`)));
  return found;
}

/** Everything a report must hold. */
export function checkUpdate(said: NewUpdate, facts: ReportFacts, today: string): readonly FieldRefusal[] {
  const found = [...checkUpdateWords(said, today)];
  const no = (field: string, message: string) => void found.push({ field, code: 'rule', message });
  if (facts.disposition !== null) no('status', CLOSED);
  else if (isClaim(said, facts)) found.push(...checkClaim({ evidenceKind: facts.evidenceKind, standing: [...facts.standing, ...(said.evidence ?? [])] }));
  if (said.onBehalfOfId) {
    if (said.onBehalfOfId !== facts.ownerId && said.onBehalfOfId !== facts.accountablePersonId) no('onBehalfOfId', 'Report on behalf of the owner or the accountable person only');
    else if (facts.namedHasAccount) no('onBehalfOfId', 'They have an account and can report for themselves');
    else if (said.onBehalfOfId === facts.reporterId) no('onBehalfOfId', 'That is you');
  }
  if (said.correctsId && !facts.correctsOwn) no('correctsId', 'The update to correct is not one of this action');
  return found;
}

/** What is closed is opened again on purpose, with a reason, and not by the way. */
export const CLOSED = 'It is closed: open it again first, with the reason';

/** A report of complete is a claim, unless one waits to be verified already. */
export const isClaim = (said: Pick<NewUpdate, 'status'>, facts: { readonly closureState: ClosureState | null }): boolean => said.status === 'complete' && facts.closureState !== 'claimed';

/** What many updates sent together must hold as a whole: at least one, and at most one of each action. */
export function checkBatch(updates: readonly Pick<BatchUpdate, 'actionId'>[]): readonly FieldRefusal[] {
  if (updates.length === 0) return [{ field: 'updates', code: 'rule', message: 'There is no update to report' }];
  const seen = new Set<string>();
  return updates.flatMap(({ actionId }, at) => {
    const isTwice = seen.has(actionId);
    seen.add(actionId);
    return isTwice ? [{ field: `updates.${at}.actionId`, code: 'rule' as const, message: 'This action is in the list twice' }] : [];
  });
}

/** The last report on an action: by whom, where that is known, and on which day. */
export interface LastReport {
  readonly by: string | null;
  readonly on: string;
}

/** Refuses an update that was written before somebody else reported: its writer has not read that. What does not say what it had seen is not asked. */
export function overtaken({ seenId }: Pick<BatchUpdate, 'seenId'>, known: { readonly lastUpdateId: string | null; readonly lastSaid: LastReport | null }): readonly FieldRefusal[] {
  if (seenId === undefined || seenId === known.lastUpdateId) return [];
  const { lastSaid } = known;
  const message = lastSaid ? `${lastSaid.by ?? 'Somebody'} has reported on it meanwhile, on ${spoken(lastSaid.on)}. Read that, then save again` : 'Its last update was taken back meanwhile. Look at it, then save again';
  return [{ field: 'seenId', code: 'rule', message }];
}

/** What an update still has to say. Only imported ones can lack anything: nobody may type such a report. `evidence` is lacking where a sheet called it complete. Its SQL twin is in `updates.sql`. */
export function lacksOf(update: { readonly status: Status; readonly narrative: string | null; readonly pathToGreen: string | null; readonly decisionId: string | null; readonly isImported: boolean }): readonly Lack[] {
  const worries = update.status === 'at_risk' || update.status === 'off_track';
  const found: Lack[] = [];
  if (worries && !update.narrative) found.push('narrative');
  if (worries && !update.pathToGreen) found.push('pathToGreen');
  if (update.status === 'off_track' && !update.decisionId) found.push('decision');
  if (update.status === 'complete' && update.isImported) found.push('evidence');
  return found;
}
