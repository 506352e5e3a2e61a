import { type AccountState, type ActionFlag, type AnswerKind, type AskedState, type Assurance, type AssuranceLine, type CapacityBand, type ClockState, type ClosureState, type CommitmentSign, type Confidence, type DaysAnswer, type DecisionState, type DeliveryAspect, type Disposition, type EffortPurpose, type EffortShape, type EvidenceKind, type FindingKind, type Force, type Horizon, type InviteeAnswer, type LeavePart, type LookResult, type MeasureDirection, type Naming, type OrganisationKind, type OutcomeKind, type PollKind, type PollState, type Priority, type ProofSaid, type Provenance, type QuestionState, type Rhythm, roleNames, type ScenarioAnswer, type ScenarioKind, type ScenarioState, type SlipReason, type Staffing, type Stance, type SummitState, type TeamKind, type ThreadKind, type ThreadState, type Variation, type Verdict, type VersionField } from '@followthrough/contracts';
import { confidenceMeans, evidenceNames, lineNames } from '@followthrough/domain';
import type { Choice } from '@followthrough/ui';

/** A flag as a filter's name, and after a number of actions. */
export interface FlagWords {
  readonly label: string;
  readonly counted: string;
}

/** The closed vocabularies as people read them. Status words are not here: they are each locality's own. */
export const words = {
  organisationKind: { council: 'Council', nhs_trust: 'NHS trust', icb: 'Integrated care board', primary_care: 'Primary care', community_health: 'Community health', care_provider: 'Care provider', voluntary: 'Voluntary sector', healthwatch: 'Healthwatch', fire_police: 'Fire or police', other: 'Other' } satisfies Record<OrganisationKind, string>,
  accountState: { none: 'No account', invited: 'Invited', active: 'Can sign in', ended: 'Access ended' } satisfies Record<AccountState, string>,
  role: roleNames,
  horizon: { quick_win: 'Quick win', medium: 'Medium term', deep_rooted: 'Deep-rooted' } satisfies Record<Horizon, string>,
  priority: { high: 'High', medium: 'Medium', low: 'Low' } satisfies Record<Priority, string>,
  findingKind: { strength: 'Strength', area_for_improvement: 'Area for improvement', good_practice: 'Good practice', challenge: 'Challenge' } satisfies Record<FindingKind, string>,
  force: { must: 'Must', should: 'Should' } satisfies Record<Force, string>,
  slipReason: { capacity: 'Capacity', dependency: 'Dependency', decision: 'Decision awaited', funding: 'Funding', scope: 'Scope changed', external: 'Outside our control' } satisfies Record<SlipReason, string>,
  summitState: { draft: 'Being prepared', open: 'Open', closed: 'Closed', published: 'Published' } satisfies Record<SummitState, string>,
  questionState: { waiting: 'Waiting', approved: 'Approved', answered: 'Answered', parked: 'Parked', merged: 'Merged' } satisfies Record<QuestionState, string>,
  pollState: { draft: 'Prepared', open: 'Open for votes', closed: 'Closed' } satisfies Record<PollState, string>,
  pollKind: { single: 'One choice', multiple: 'Several choices', ranking: 'Ranking', confidence: 'Confidence, 1 to 5' } satisfies Record<PollKind, string>,
  naming: { either: 'As each person likes', named: 'Always with a name', anonymous: 'Never with a name' } satisfies Record<Naming, string>,
  inviteeAnswer: { coming: 'Coming', not_coming: 'Not coming' } satisfies Record<InviteeAnswer, string>,
  outcomeKind: { decision: 'Decision', commitment: 'Commitment', quick_win: 'Quick win', deep_rooted_priority: 'Deep-rooted priority' } satisfies Record<OutcomeKind, string>,
  threadKind: { comment: 'Comment', question: 'Question', challenge: 'Challenge', suggestion: 'Suggestion', commendation: 'Commendation' } satisfies Record<ThreadKind, string>,
  answerKind: { accepted: 'Accepted', partly: 'Partly accepted', not_accepted: 'Not accepted', done: 'Done', reply: 'Reply' } satisfies Record<AnswerKind, string>,
  threadState: { open: 'Waits for an answer', answered: 'Answered', closed: 'Closed' } satisfies Record<ThreadState, string>,
  provenance: { published: 'As its publisher has it', based_on: 'Based on what its publisher says', own: 'This locality’s own' } satisfies Record<Provenance, string>,
  leavePart: { whole: 'The whole day', half: 'Half the day' } satisfies Record<LeavePart, string>,
  teamKind: { team: 'Team', multi_disciplinary: 'Multi-disciplinary group' } satisfies Record<TeamKind, string>,
  capacityBand: { spare: 'Spare', healthy: 'Healthy', tight: 'Tight', over: 'Over', unknown: 'Not known', unresourced: 'No days' } satisfies Record<CapacityBand, string>,
  daysAnswer: { as_planned: 'As planned', less: 'Less', more: 'More' } satisfies Record<DaysAnswer, string>,
  proofState: { over: 'Does not fit', fits: 'Fits', unknown: 'Cannot be proven', nothing: 'No work', hidden: 'Hidden' } satisfies Record<ProofSaid, string>,
  versionField: {
    '': 'The whole action', title: 'Title', aim: 'Aim', ref: 'Ref', description: 'Description', horizon: 'Horizon', priority: 'Priority', theme: 'Theme', owner: 'Owner', accountablePerson: 'Accountable person', accountableOrganisation: 'Accountable organisation',
    contributing: 'Contributing organisation', findings: 'Finding answered', causes: 'Cause answered', opens: 'Comes before', programmes: 'Part of the programme', measures: 'Measured by', outcomes: 'Outcome of a summit', start: 'Start date', due: 'Due date', milestones: 'Milestones', successMeasure: 'Success measure', evidenceKind: 'Evidence agreed', resources: 'Resources', daysNeeded: 'Days needed', risks: 'Risks', nextSteps: 'Next steps',
  } satisfies Record<VersionField, string>,
  measureDirection: { up: 'Higher is better', down: 'Lower is better', none: 'Neither way is better' } satisfies Record<MeasureDirection, string>,
  variation: { concern: 'Concern', improvement: 'Improvement', common: 'No significant change', neutral: 'Unusual change' } satisfies Record<Variation, string>,
  assurance: { fail: 'Consistently failing', inconsistent: 'Hit and miss', pass: 'Consistently passing' } satisfies Record<Assurance, string>,
  clockState: { done: 'Done', ahead: 'To come', due: 'Due now', late: 'Late', unknown: 'No date yet' } satisfies Record<ClockState, string>,
  decisionState: { open: 'Open', taken: 'Taken', deferred: 'Deferred' } satisfies Record<DecisionState, string>,
  confidence: { high: confidenceMeans.high.label, medium: confidenceMeans.medium.label, low: confidenceMeans.low.label } satisfies Record<Confidence, string>,
  actionFlag: {
    past_due: { label: 'Due date has passed', counted: 'past the due date' },
    milestone_late: { label: 'A milestone is late', counted: 'with a milestone past its day' },
    forecast_late: { label: 'Forecast after the due date', counted: 'forecast for after the due date' },
    not_begun: { label: 'Start date passed, not begun', counted: 'not begun, though the start date has passed' },
    blocked: { label: 'Waits for something late', counted: 'waiting for something late' },
    measure_concern: { label: 'A measure gets worse', counted: 'with a measure that gets worse, more than by chance' },
    measure_fail: { label: 'A measure fails its target', counted: 'with a measure that consistently fails its target' },
    silent: { label: 'Report missed', counted: 'without a report for too long' },
    moved_often: { label: 'Due date moved too often', counted: 'whose due date moved too often' },
    same_words: { label: 'Same words every time', counted: 'reported in the same words every time' },
    no_owner: { label: 'Nobody owns it', counted: 'that nobody owns' },
    owner_left: { label: 'Owner has left', counted: 'whose owner has left' },
    unresourced: { label: 'No days for it', counted: 'with work that nobody gives days for' },
    owner_over: { label: 'Owner has too much to do', counted: 'whose owner has more work than days' },
    low_confidence: { label: 'Low confidence', counted: 'reported with low confidence' },
    no_path: { label: 'No way back named', counted: 'in trouble with no way back named' },
    no_evidence: { label: 'Nothing shows that it is done', counted: 'done, with nothing that shows it' },
  } satisfies Record<ActionFlag, FlagWords>,
  rhythm: { month: 'Every month', two_months: 'Every two months', quarter: 'Every quarter', board: 'For each meeting of a board' } satisfies Record<Rhythm, string>,
  stance: { agree: 'Agree', partly: 'Agree partly', disagree: 'Disagree' } satisfies Record<Stance, string>,
  evidenceType: evidenceNames,
  assuranceLine: { first: `${lineNames.first}: those who did the work`, second: `${lineNames.second}: those who oversee it`, third: `${lineNames.third}: independent of it` } satisfies Record<AssuranceLine, string>,
  lineShort: { first: 'First line', second: 'Second line', third: 'Third line' } satisfies Record<AssuranceLine, string>,
  closureState: { claimed: 'Awaiting verification', accepted: 'Verified', returned: 'Returned', sustained: 'Has held', reopened: 'Opened again', transferred: 'Transferred', stopped: 'Stopped', superseded: 'Superseded' } satisfies Record<ClosureState, string>,
  closureStep: { claimed: 'Claimed complete', accepted: 'Accepted', returned: 'Returned', sustained: 'Seen to have held', reopened: 'Opened again', transferred: 'Transferred', stopped: 'Stopped', superseded: 'Superseded by another' } satisfies Record<ClosureState, string>,
  disposition: { done: 'Done and verified', transferred: 'Transferred', stopped: 'Stopped', superseded: 'Superseded' } satisfies Record<Disposition, string>,
  lookResult: { held: 'It has held', not_held: 'It has not held' } satisfies Record<LookResult, string>,
  effortPurpose: { deliver: 'To deliver it', absorb: 'To take in what it changes' } satisfies Record<EffortPurpose, string>,
  effortShape: { even: 'Evenly', front: 'Mostly in the first half', back: 'Mostly in the second half', milestones: 'In equal parts up to each milestone' } satisfies Record<EffortShape, string>,
  scenarioState: { draft: 'Draft', proposed: 'Proposed', agreed: 'Agreed', applied: 'Applied', withdrawn: 'Given up' } satisfies Record<ScenarioState, string>,
  scenarioAnswer: { asked: 'Asked', agreed: 'Agreed', declined: 'Declined' } satisfies Record<ScenarioAnswer, string>,
  scenarioKind: { move: 'Move the due date', hand_over: 'Give it to another organisation', estimate: 'Make it more or less work', split: 'Split a part off', drop: 'Drop it', assign: 'Add somebody', reassign: 'Give somebody’s part to another', remove: 'Take somebody off', hire: 'Fill a post' } satisfies Record<ScenarioKind, string>,
  kept: { green: 'Kept', amber: 'Kept in part', red: 'Not kept', unknown: 'Not known' } satisfies Record<Verdict, string>,
  commitmentSign: { days_confirmed: 'Days confirmed', days_given: 'Days given', money: 'Money', sponsor: 'Sponsor', attendance: 'At its boards', updates: 'Updates in time' } satisfies Record<CommitmentSign, string>,
  askedState: { requested: 'Asked for', confirmed: 'Confirmed' } satisfies Record<AskedState, string>,
  staffing: { nobody: 'Nobody yet', part: 'Part of it', whole: 'All of it', over: 'More than it needs' } satisfies Record<Staffing, string>,
  deliveryAspect: { capacity: 'Capacity', capability: 'Capability', commitment: 'Commitment' } satisfies Record<DeliveryAspect, string>,
  deliverable: { green: 'Can be delivered', amber: 'In doubt', red: 'Cannot as it stands', unknown: 'Not known' } satisfies Record<Verdict, string>,
  aspectVerdict: { green: 'There', amber: 'In doubt', red: 'Missing', unknown: 'Not known' } satisfies Record<Verdict, string>,
  skillLevel: { 1: 'Aware', 2: 'With support', 3: 'Able', 4: 'Can teach' },
  evidenceKind: { link: 'A page to read', file: 'A file', measure: 'A measure and its figure' } satisfies Record<EvidenceKind, string>,
} as const;

/** A vocabulary as the choices of a select or a row of buttons. */
export const choicesOf = <V extends string>(said: Readonly<Record<V, string>>): readonly Choice<V>[] => (Object.keys(said) as V[]).map((value) => ({ value, label: said[value] }));
