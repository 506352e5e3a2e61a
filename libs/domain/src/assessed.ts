import type { ActionAssessment, ActionFlag, AssessedFacts, AssessmentSetting, FieldRefusal, NewUpdate, Status } from '@followthrough/contracts';
import { daysBetween, spoken } from './calendar';
import { isOpen } from './status-words';

/**
 * What the facts say beside what was reported. Each flag is one fact that speaks against the report; together they set
 * the best status that the facts bear. The reported status is never changed by this, and nothing here can improve on it.
 * The lists need the same rule in SQL: its twin is `apps/api/src/assessments/published.ts`, tested against this one.
 */

/** `doubt`: the facts bear at risk at best. `alarm`: off track at best. */
export type Weight = 'doubt' | 'alarm';

/** The lines that a locality draws; days are calendar days. */
export type Thresholds = Omit<AssessmentSetting, 'id' | 'version'>;

export interface Flagged {
  readonly flag: ActionFlag;
  readonly weight: Weight;
  /** The fact, as the end of a sentence: “the due date, 3 March 2026, was 12 days ago”. */
  readonly fact: string;
  /** The other action or the measure that the fact is about. */
  readonly aboutId?: string;
}

export interface Assessed {
  readonly reported: Status;
  /** The best status that the facts bear; the reported one where nothing speaks against it. */
  readonly assessed: Status;
  /** The facts say worse than what is reported. */
  readonly differs: boolean;
  readonly flags: readonly Flagged[];
  /** Flags that are there and do not count, because somebody said why. */
  readonly overridden: readonly Flagged[];
}

/** What a locality starts with. A rhythm is 28 days where a plan has no reporting cycles; one and a half are 42. */
export const usualThresholds: Thresholds = { graceDays: 0, alarmDays: 28, silentRhythms: 1.5, movesTooMany: 2, sameWordsReports: 3, beginDays: 14, resourceDays: 90, overrideDays: 35, allWellFrom: 5 };

/** The locality's own word for a state. Sentences say words and never a colour: amber means on track in some places. */
export type WordOf = (status: Status) => string;

interface Case {
  readonly facts: AssessedFacts;
  readonly lines: Thresholds;
  readonly today: string;
  readonly word: WordOf;
}

type Found = Omit<Flagged, 'flag'> | undefined;
type Rule = (asked: Case) => Found;

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const ago = (count: number): string => (count === 1 ? 'yesterday' : `${count} days ago`);
const doubt = (is: boolean, fact: () => string): Found => (is ? { weight: 'doubt', fact: fact() } : undefined);

/** Due from today on, and no later than so many days ahead. */
const isNear = (dueOn: string | null, ahead: number, today: string): boolean => dueOn !== null && dueOn >= today && daysBetween(today, dueOn) <= ahead;

/** Late by more than the grace; from the alarm line on it weighs heavily. */
function late(by: number, { graceDays, alarmDays }: Thresholds, fact: string): Found {
  return by > graceDays ? { weight: by >= alarmDays ? 'alarm' : 'doubt', fact } : undefined;
}

/** The measures by name: the first, and how many more. */
function troubled(measures: readonly { readonly id: string; readonly title: string }[], one: string, many: string): Found {
  const [first, ...others] = measures;
  if (!first) return undefined;
  return { weight: 'doubt', aboutId: first.id, fact: others.length === 0 ? `the measure “${first.title}” ${one}` : `the measures “${first.title}” and ${others.length} more ${many}` };
}

/** Rules for open actions. What is complete has only its evidence to show. */
const open: Readonly<Record<Exclude<ActionFlag, 'no_evidence'>, Rule>> = {
  past_due({ facts: { dueOn }, lines, today }) {
    const by = dueOn ? daysBetween(dueOn, today) : 0;
    return late(by, lines, `the due date, ${spoken(dueOn ?? today)}, was ${ago(by)}`);
  },
  milestone_late({ facts: { lateMilestones }, lines: { graceDays }, today }) {
    const late = lateMilestones.filter((one) => daysBetween(one.dueOn, today) > graceDays);
    const [first, ...others] = late;
    if (!first) return undefined;
    const more = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'is' : 'are'} late`;
    return { weight: 'doubt', aboutId: first.id, fact: `the milestone “${first.title}” was due ${ago(daysBetween(first.dueOn, today))}${more}` };
  },
  forecast_late({ facts: { dueOn, forecastOn }, lines }) {
    const by = dueOn && forecastOn ? daysBetween(dueOn, forecastOn) : 0;
    return late(by, lines, `the last report expects the end on ${spoken(forecastOn ?? '1970-01-01')}, ${days(by)} after the due date`);
  },
  not_begun({ facts: { status, startOn }, lines: { beginDays }, today }) {
    const since = startOn ? daysBetween(startOn, today) : 0;
    return doubt(status === 'not_started' && since > beginDays, () => `the start date, ${spoken(startOn ?? today)}, was ${ago(since)}`);
  },
  blocked({ facts: { dueOn, blockers }, today }) {
    const late = blockers.filter((one) => one.dueOn < today || (dueOn !== null && one.dueOn > dueOn));
    const [first] = [...late].sort((a, b) => Number(a.dueOn >= today) - Number(b.dueOn >= today) || (a.dueOn < b.dueOn ? -1 : 1));
    if (!first) return undefined;
    const when = first.dueOn < today ? `was due ${ago(daysBetween(first.dueOn, today))}` : `is due on ${spoken(first.dueOn)}, after this one`;
    const others = late.length > 1 ? `, and for ${late.length - 1} more such ${late.length === 2 ? 'action' : 'actions'}` : '';
    return { weight: 'doubt', fact: `it waits for ${first.ref} “${first.title}”, which ${when}${others}`, aboutId: first.id };
  },
  measure_concern: ({ facts: { measures } }) => troubled(measures.filter((one) => one.isConcern), 'is getting worse, and more than by chance', 'are getting worse, and more than by chance'),
  measure_fail: ({ facts: { measures } }) => troubled(measures.filter((one) => one.isFailing), 'consistently fails its target', 'consistently fail their targets'),
  silent({ facts: { lastUpdateOn, createdOn, rhythmDays }, lines: { silentRhythms }, today }) {
    const since = daysBetween(lastUpdateOn ?? createdOn, today);
    return doubt(since > rhythmDays * silentRhythms, () => (lastUpdateOn ? `the last report is from ${spoken(lastUpdateOn)}, ${ago(since)}` : `nobody has reported on it since it was added on ${spoken(createdOn)}`));
  },
  moved_often: ({ facts: { moves }, lines: { movesTooMany } }) => doubt(moves >= movesTooMany, () => `the due date has moved ${moves === 1 ? 'once' : `${moves} times`}`),
  same_words: ({ facts: { status, sameWords }, lines: { sameWordsReports } }) => doubt(status === 'on_track' && sameWords >= sameWordsReports, () => `the last ${sameWords} reports say the very same words`),
  no_owner: ({ facts: { ownerName } }) => doubt(ownerName === null, () => 'nobody owns it'),
  owner_left: ({ facts: { ownerName, ownerLeftOn }, today }) => doubt(ownerName !== null && ownerLeftOn !== null && ownerLeftOn < today, () => `its owner, ${ownerName ?? ''}, left on ${spoken(ownerLeftOn ?? today)}`),
  unresourced: ({ facts: { dueOn, unstaffedDays }, lines: { resourceDays }, today }) =>
    doubt(unstaffedDays !== null && isNear(dueOn, resourceDays, today), () => `nobody is down for its ${days(unstaffedDays ?? 0)}, and its organisation has none to give`),
  owner_over({ facts: { dueOn, isOwnerOver, ownerDays, ownerGivenDays }, lines: { resourceDays }, today }) {
    const until = `before ${spoken(dueOn ?? today)}`;
    return doubt(isOwnerOver && isNear(dueOn, resourceDays, today), () => (ownerDays === null || ownerGivenDays === null ? `its owner has more work than they can do ${until}` : `its owner has ${days(ownerDays)} of work and ${ownerGivenDays} to give ${until}`));
  },
  low_confidence({ facts: { status, deliveryConfidence, outcomeConfidence } }) {
    const low = [deliveryConfidence === 'low' ? 'that it will be delivered' : '', outcomeConfidence === 'low' ? 'that it will bring its outcome' : ''].filter(Boolean);
    return doubt((status === 'on_track' || status === 'not_started') && low.length > 0, () => `confidence ${low.join(' and ')} is low`);
  },
  no_path: ({ facts: { lacksPath }, word }) => doubt(lacksPath, () => `the last report names no way back to “${word('on_track')}”`),
};

const done: Readonly<Record<'no_evidence', Rule>> = {
  no_evidence: ({ facts: { hasEvidence } }) => doubt(!hasEvidence, () => 'nothing has been given that shows it'),
};

/** Assesses one action. `overridden`: flags whose override is in force. `today` is the London day. */
export function assessAction(facts: AssessedFacts, lines: Thresholds, today: string, word: WordOf, overridden: readonly ActionFlag[] = []): Assessed {
  const asked = { facts, lines, today, word };
  const rules = Object.entries(facts.hasEnded ? {} : isOpen(facts.status) ? open : done) as [ActionFlag, Rule][];
  const found = rules.flatMap(([flag, rule]) => {
    const one = rule(asked);
    return one ? [{ flag, ...one }] : [];
  });
  const flags = found.filter((one) => !overridden.includes(one.flag));
  const assessed = assessedStatus(facts.status, flags.map((one) => one.weight));
  return { reported: facts.status, assessed, differs: assessed !== facts.status, flags, overridden: found.filter((one) => overridden.includes(one.flag)) };
}

/** What was frozen of an assessment: which flags were up was settled then. */
export interface FrozenFlags {
  readonly status: Status;
  readonly assessed: Status;
  readonly flags: readonly ActionFlag[];
  readonly overridden: readonly ActionFlag[];
  /** The facts of that moment; null where no flag was up. */
  readonly facts: AssessedFacts | null;
}

/** The flags of a frozen action in words, from the facts frozen with them. `day`: the London day of the freeze. */
export function assessedThen(then: FrozenFlags, lines: Thresholds, day: string, word: WordOf): Assessed {
  const said = then.facts ? assessAction(then.facts, lines, day, word).flags : [];
  const among = (flags: readonly ActionFlag[]): readonly Flagged[] => said.filter((one) => flags.includes(one.flag));
  return { reported: then.status, assessed: then.assessed, differs: then.assessed !== then.status, flags: among(then.flags), overridden: among(then.overridden) };
}

/** Only a flag that is up can be overridden, and once at a time. */
export function checkOverride({ facts, setting, overrides }: ActionAssessment, flag: ActionFlag, today: string): readonly FieldRefusal[] {
  const no = (message: string): readonly FieldRefusal[] => [{ field: 'flag', code: 'rule', message }];
  if (overrides.some((one) => one.flag === flag)) return no('Somebody has overridden this flag already');
  return assessAction(facts, setting, today, (status) => status).flags.some((one) => one.flag === flag) ? [] : no('This flag is not up: there is nothing to override');
}

/** The best status that flags of these weights leave of the reported one; never a better one. */
export function assessedStatus(reported: Status, weights: readonly Weight[]): Status {
  if (weights.includes('alarm')) return 'off_track';
  return weights.length > 0 && reported !== 'off_track' ? 'at_risk' : reported;
}

/** The flag as a sentence that begins with the reported word where the fact speaks against it. */
export function flagSays({ fact, weight }: Pick<Flagged, 'fact' | 'weight'>, reported: Status, word: WordOf): string {
  const contradicts = assessedStatus(reported, [weight]) !== reported;
  return contradicts ? `${word(reported)}, but ${fact}` : `${fact.charAt(0).toLocaleUpperCase('en-GB')}${fact.slice(1)}`;
}

/** The facts as they will be once this is reported. `last`: what the last report said happened. */
export function factsAfter(facts: AssessedFacts, said: NewUpdate, last: string | null, today: string): AssessedFacts {
  const { status, narrative = null, pathToGreen = null, forecastOn = null, evidence = [], deliveryConfidence = null, outcomeConfidence = null } = said;
  const again = status === 'on_track' && !!narrative && !!last && sameWords(narrative, last);
  return {
    ...facts, status, forecastOn, deliveryConfidence, outcomeConfidence, lastUpdateOn: today,
    sameWords: again ? facts.sameWords + 1 : status === 'on_track' && narrative ? 1 : 0,
    lacksPath: (status === 'at_risk' || status === 'off_track') && !pathToGreen,
    hasEvidence: facts.hasEvidence || evidence.length > 0,
  };
}

/** Whether two reports say the very same, whatever the spaces and capitals. */
export const sameWords = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLocaleLowerCase('en-GB');

/** A plan in which so many open actions have begun and none is in trouble is rare: ask what worries its owners. */
export const isAllWell = (begun: number, onTrack: number, { allWellFrom }: Pick<Thresholds, 'allWellFrom'>): boolean => begun >= allWellFrom && onTrack === begun;
