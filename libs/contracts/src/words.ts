/** The closed vocabularies that every side shares. The database has the same lists as CHECKs; the drift check compares them. */

/** Canonical delivery states, in the order of a plan's life. What a locality calls and colours them is its own data. */
export const statuses = ['not_started', 'on_track', 'at_risk', 'off_track', 'complete', 'embedded'] as const;
export type Status = (typeof statuses)[number];

export const horizons = ['quick_win', 'medium', 'deep_rooted'] as const;
export type Horizon = (typeof horizons)[number];

/** How sure somebody is, in three levels. What each means is in the domain's `confidenceMeans`. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

export const priorities = ['high', 'medium', 'low'] as const;
export type Priority = (typeof priorities)[number];

export const organisationKinds = ['council', 'nhs_trust', 'icb', 'primary_care', 'community_health', 'care_provider', 'voluntary', 'healthwatch', 'fire_police', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const findingKinds = ['strength', 'area_for_improvement', 'good_practice', 'challenge'] as const;
export type FindingKind = (typeof findingKinds)[number];

export const forces = ['must', 'should'] as const;
export type Force = (typeof forces)[number];

/** Why a due date moved, or work slipped. */
export const slipReasons = ['capacity', 'dependency', 'decision', 'funding', 'scope', 'external'] as const;
export type SlipReason = (typeof slipReasons)[number];

/** How one action comes before another: it has to be done first, or it opens the way. */
export const dependencyKinds = ['blocks', 'enables'] as const;
export type DependencyKind = (typeof dependencyKinds)[number];

/** Which way a measure has to go to be better; `none` when neither is. */
export const measureDirections = ['up', 'down', 'none'] as const;
export type MeasureDirection = (typeof measureDirections)[number];

/** What the latest figure of a measure says of change: a special cause for the better or the worse, only the usual variation, or a special cause where no way is better. */
export const variations = ['improvement', 'concern', 'common', 'neutral'] as const;
export type Variation = (typeof variations)[number];

/** Whether a measure as it now varies can be relied on to meet its target: always, never, or now and then. */
export const assurances = ['pass', 'fail', 'inconsistent'] as const;
export type Assurance = (typeof assurances)[number];

export const outcomeKinds = ['decision', 'commitment', 'quick_win', 'deep_rooted_priority'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** A summit is prepared, held, and settled; once published its record stays as it is. */
export const summitStates = ['draft', 'open', 'closed', 'published'] as const;
export type SummitState = (typeof summitStates)[number];

export const inviteeAnswers = ['coming', 'not_coming'] as const;
export type InviteeAnswer = (typeof inviteeAnswers)[number];

export const threadKinds = ['comment', 'question', 'challenge', 'suggestion', 'commendation'] as const;
export type ThreadKind = (typeof threadKinds)[number];

export const answerKinds = ['accepted', 'partly', 'not_accepted', 'done', 'reply'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const decisionStates = ['open', 'taken', 'deferred'] as const;
export type DecisionState = (typeof decisionStates)[number];

/** The narratives of an action that can be kept from the public. */
export const markedNarratives = ['description', 'resources', 'risks', 'nextSteps'] as const;
export type MarkedNarrative = (typeof markedNarratives)[number];

export const colours = ['grey', 'green', 'amber', 'red', 'light_blue', 'blue', 'purple', 'white'] as const;
export type Colour = (typeof colours)[number];

/** Shape goes with colour, so that colour never stands alone. */
export const marks = ['circle', 'disc', 'triangle', 'square', 'tick', 'diamond'] as const;
export type Mark = (typeof marks)[number];

/** How sure we are of a framework: as its publisher has it, restated by us from it, or a locality's own. */
export const provenances = ['published', 'based_on', 'own'] as const;
export type Provenance = (typeof provenances)[number];

export const frameworkStates = ['draft', 'published'] as const;
export type FrameworkState = (typeof frameworkStates)[number];

/** A step of a review's clock: `due` is past its date and not yet at its latest, `unknown` waits for the day it counts from. */
export const clockStates = ['done', 'ahead', 'due', 'late', 'unknown'] as const;
export type ClockState = (typeof clockStates)[number];

/** What somebody says of a step: another date for it, or the day it was done. */
export const clockEntryKinds = ['due', 'done'] as const;
export type ClockEntryKind = (typeof clockEntryKinds)[number];

/** Person-days needed over person-days confirmed. `unknown`: none confirmed; `unresourced`: work, and none confirmed to be there. */
export const capacityBands = ['spare', 'healthy', 'tight', 'over', 'unknown', 'unresourced'] as const;
export type CapacityBand = (typeof capacityBands)[number];

/** What the rows of the heat map are. */
export const loadsBy = ['person', 'team', 'organisation', 'skill'] as const;
export type LoadsBy = (typeof loadsBy)[number];
/** What has a cell that opens: those rows, and actions. */
export const loadCellsBy = [...loadsBy, 'action'] as const;
export type LoadCellsBy = (typeof loadCellsBy)[number];

/** How somebody's week went beside what was planned of it. */
export const daysAnswers = ['as_planned', 'less', 'more'] as const;
export type DaysAnswer = (typeof daysAnswers)[number];

/** Whose work is proven to fit, or not to. */
export const proofsOf = ['person', 'team', 'organisation'] as const;
export type ProofOf = (typeof proofsOf)[number];

/** `unknown`: who has no pattern could make it fit or not; `nothing`: no work with an estimate and a date; `hidden`: it would tell of fewer than three people. */
export const proofStates = ['over', 'fits', 'unknown', 'nothing', 'hidden'] as const;
export type ProofSaid = (typeof proofStates)[number];

/** How the actions that answer one finding stand together: as the worst of them, or that there are none. */
export const jointStates = ['no_action', ...statuses] as const;
export type JointState = (typeof jointStates)[number];

/** What happened to a thing between two versions of its plan. */
export const changeKinds = ['added', 'removed', 'changed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a trace passes, from what was said to what came of it. */
export const traceKinds = ['review', 'finding', 'cause', 'outcome', 'action', 'evidence', 'closure'] as const;
export type TraceKind = (typeof traceKinds)[number];

export const amendmentDecisions = ['approved', 'declined'] as const;
export type AmendmentDecision = (typeof amendmentDecisions)[number];

export const threadStates = ['open', 'answered', 'closed'] as const;
export type ThreadState = (typeof threadStates)[number];

/** An agreed diagnosis is fixed until somebody opens it again. */
export const diagnosisStates = ['open', 'agreed'] as const;
export type DiagnosisState = (typeof diagnosisStates)[number];

/** What a partner says of the agreed text; anything but “agree” says why. */
export const stances = ['agree', 'partly', 'disagree'] as const;
export type Stance = (typeof stances)[number];

/** A round is open until its views are revealed, by hand or on the day after it closes; or it is cancelled before, and they never are. */
export const roundStates = ['open', 'revealed', 'cancelled'] as const;
export type RoundState = (typeof roundStates)[number];

/** What a why may rest on. */
export const evidenceKinds = ['link', 'file', 'measure'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const roomStates = ['open', 'closed'] as const;
export type RoomState = (typeof roomStates)[number];

/** Whether questions at a summit carry names: always, never, or as each asker likes. */
export const namings = ['named', 'anonymous', 'either'] as const;
export type Naming = (typeof namings)[number];

export const questionStates = ['waiting', 'approved', 'answered', 'parked', 'merged'] as const;
export type QuestionState = (typeof questionStates)[number];

export const pollKinds = ['single', 'multiple', 'ranking', 'confidence'] as const;
export type PollKind = (typeof pollKinds)[number];

export const pollStates = ['draft', 'open', 'closed'] as const;
export type PollState = (typeof pollStates)[number];

/** How often a plan is reported on: by the calendar, or each time a board meets. */
export const rhythms = ['month', 'two_months', 'quarter', 'board'] as const;
export type Rhythm = (typeof rhythms)[number];

/** A reporting cycle waits, collects reports, is a snapshot that can still be reopened, and is fixed for ever. */
export const cycleStates = ['planned', 'open', 'frozen', 'published'] as const;
export type CycleState = (typeof cycleStates)[number];

/** In what way an action differs from the last published cycle. */
export const differenceKinds = ['added', 'removed', 'status', 'assessed', 'delivery', 'outcome', 'due', 'milestone', 'owner', 'scope'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** The kind of evidence that an action is to be closed with, agreed when it is made. */
export const evidenceTypes = ['document', 'data', 'observation', 'testimony'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Who stands behind evidence: those who did the work, who oversee it, or who are independent of it (the three lines of assurance). */
export const assuranceLines = ['first', 'second', 'third'] as const;
export type AssuranceLine = (typeof assuranceLines)[number];

/** Where the closure of an action stands, by its last step. None yet: null. */
export const closureStates = ['claimed', 'accepted', 'returned', 'sustained', 'reopened', 'transferred', 'stopped', 'superseded'] as const;
export type ClosureState = (typeof closureStates)[number];

/** How an action ended. */
export const dispositions = ['done', 'transferred', 'stopped', 'superseded'] as const;
export type Disposition = (typeof dispositions)[number];

/** What a look at three or six months saw. */
export const lookResults = ['held', 'not_held'] as const;
export type LookResult = (typeof lookResults)[number];

export const transferStates = ['offered', 'accepted', 'declined', 'withdrawn'] as const;
export type TransferState = (typeof transferStates)[number];

/** How much of each day of a leave somebody is away. */
export const leaveParts = ['whole', 'half'] as const;
export type LeavePart = (typeof leaveParts)[number];

export const teamKinds = ['team', 'multi_disciplinary'] as const;
export type TeamKind = (typeof teamKinds)[number];

/** What of my work can be put off. */
export const snoozeKinds = ['update', 'decision', 'view', 'verification', 'look', 'amendment', 'assignment', 'mention'] as const;
export type SnoozeKind = (typeof snoozeKinds)[number];

/** What effort is for: to deliver an action, or to take in what it changes in the service that receives it. */
export const effortPurposes = ['deliver', 'absorb'] as const;
export type EffortPurpose = (typeof effortPurposes)[number];

/** How effort lies over the days of its work: evenly, two thirds of it in the first half or in the second, or in equal parts up to each milestone. */
export const effortShapes = ['even', 'front', 'back', 'milestones'] as const;
export type EffortShape = (typeof effortShapes)[number];

/** Something of a person's time is asked for by a lead, and confirmed by the person's own organisation. */
export const askedStates = ['requested', 'confirmed'] as const;
export type AskedState = (typeof askedStates)[number];

/** How much of a line of effort people are down for, requested or confirmed. */
export const staffings = ['nobody', 'part', 'whole', 'over'] as const;
export type Staffing = (typeof staffings)[number];

/** What facts say of a promise, a skill or a month: all is well, partly, not; or nothing can be said. */
export const verdicts = ['green', 'amber', 'red', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

/** Signs of whether an organisation does what it promised; they stand beside one another and are never one figure. */
export const commitmentSigns = ['days_confirmed', 'days_given', 'money', 'sponsor', 'attendance', 'updates'] as const;
export type CommitmentSign = (typeof commitmentSigns)[number];

/** What a scenario changes: a date, whose it is, what is left, a part of it, that it is done at all; who does it; a new post. */
export const scenarioKinds = ['move', 'hand_over', 'estimate', 'split', 'drop', 'assign', 'reassign', 'remove', 'hire'] as const;
export type ScenarioKind = (typeof scenarioKinds)[number];

export const scenarioStates = ['draft', 'proposed', 'agreed', 'applied', 'withdrawn'] as const;
export type ScenarioState = (typeof scenarioStates)[number];

export const scenarioAnswers = ['asked', 'agreed', 'declined'] as const;
export type ScenarioAnswer = (typeof scenarioAnswers)[number];

/** What delivering hangs on: days, skills, and promises that are kept. */
export const deliveryAspects = ['capacity', 'capability', 'commitment'] as const;
export type DeliveryAspect = (typeof deliveryAspects)[number];
