import type { HistoryKind } from './history';

/**
 * How a value is read: as it is, as a day, a moment or a month, as yes or no, as a word of the locality's own states
 * (`status`), of one of our vocabularies or of none (`word`), or as the name of what an id leads to. `narrative` is text that
 * can be restricted; `built` says only that it changed.
 */
export type HistoryReading =
  | 'text' | 'narrative' | 'number' | 'day' | 'moment' | 'month' | 'yes' | 'status' | 'word' | 'built'
  | 'confidence' | 'measureDirection' | 'organisationKind' | 'role' | 'horizon' | 'priority' | 'findingKind' | 'force' | 'slipReason' | 'summitState' | 'questionState' | 'pollState' | 'pollKind' | 'naming' | 'inviteeAnswer' | 'outcomeKind' | 'threadKind' | 'answerKind' | 'threadState' | 'provenance' | 'decisionState' | 'stance' | 'evidenceKind' | 'evidenceType' | 'assuranceLine' | 'closureState' | 'disposition' | 'lookResult' | 'closureStep' | 'effortPurpose' | 'effortShape' | 'askedState' | 'scenarioState' | 'scenarioAnswer' | 'versionField'
  | HistoryName;
/** What an id leads to. */
export type HistoryName = 'person' | 'organisation' | 'action' | 'finding' | 'cause' | 'measure' | 'milestone' | 'outcome' | 'programme' | 'plan' | 'plan_version' | 'framework' | 'review' | 'criterion' | 'board' | 'import' | 'file' | 'question' | 'poll' | 'agenda_item' | 'decision_request' | 'skill';

type Fields = Readonly<Record<string, readonly [label: string, reads: HistoryReading]>>;
interface Kind {
  readonly label: string;
  readonly fields: Fields;
}

const withdrawn = { withdrawnAt: ['Taken out', 'moment'] } as const;
const imported = { importId: ['Imported with', 'import'], ...withdrawn } as const;

const actions = {
  action: {
    label: 'Action',
    fields: {
      planId: ['Plan', 'plan'], ref: ['Ref', 'text'], title: ['Title', 'text'], description: ['Description', 'narrative'], horizon: ['Horizon', 'horizon'], priority: ['Priority', 'priority'], theme: ['Theme', 'text'],
      ownerId: ['Owner', 'person'], accountablePersonId: ['Accountable person', 'person'], accountableOrganisationId: ['Accountable organisation', 'organisation'],
      startOn: ['Start date', 'day'], startText: ['Start, in words', 'text'], baselineDueOn: ['Baseline due date', 'day'], dueOn: ['Due date', 'day'], milestones: ['Milestones', 'text'], dueText: ['Due, in words', 'text'], dueTextKept: ['Due date left in words', 'yes'],
      successMeasure: ['Success measure', 'text'], evidenceKind: ['Evidence agreed', 'evidenceType'], resources: ['Resources', 'narrative'], risks: ['Risks', 'narrative'], nextSteps: ['Next steps', 'narrative'], daysNeeded: ['Days needed', 'number'], restricted: ['Restricted texts', 'versionField'],
      status: ['Status', 'status'], statusOn: ['Status as of', 'day'], closureState: ['Closure', 'closureState'], disposition: ['How it ended', 'disposition'], closedOn: ['Ended on', 'day'], noProgramme: ['No running programme touches it', 'yes'], ...imported,
    },
  },
  status_update: {
    label: 'Status update',
    fields: {
      status: ['Status', 'status'], asOf: ['As of', 'day'], narrative: ['Narrative', 'narrative'], pathToGreen: ['Path to green', 'narrative'], forecastOn: ['Forecast', 'day'], daysSpent: ['Days spent', 'number'], daysLeft: ['Days left', 'number'], decisionId: ['Decision needed', 'decision_request'], evidence: ['Evidence', 'narrative'],
      deliveryConfidence: ['Confidence in delivery', 'confidence'], outcomeConfidence: ['Confidence in the outcome', 'confidence'], restricted: ['Restricted', 'yes'], reportedBy: ['Reported by', 'person'], onBehalfOf: ['On behalf of', 'person'], ...imported,
    },
  },
  milestone: { label: 'Milestone', fields: { title: ['Milestone', 'text'], baselineOn: ['Baseline', 'day'], dueOn: ['Due date', 'day'], doneOn: ['Done on', 'day'], position: ['Place in the order', 'number'], ...withdrawn } },
  due_move: { label: 'Move of a due date', fields: { milestoneId: ['Milestone', 'milestone'], fromOn: ['From', 'day'], toOn: ['To', 'day'], reason: ['Reason', 'slipReason'], note: ['Note', 'text'], agreedBy: ['Agreed by', 'text'], movedBy: ['Moved by', 'person'], importId: ['Imported with', 'import'] } },
  flag_override: { label: 'Flag that does not count', fields: { flag: ['Flag', 'word'], reason: ['Reason', 'text'], untilOn: ['Until', 'day'], personId: ['Said by', 'person'] } },
  evidence: {
    label: 'Evidence',
    fields: { title: ['Evidence', 'narrative'], kind: ['Kind', 'evidenceType'], line: ['Line of assurance', 'assuranceLine'], url: ['Link', 'narrative'], words: ['Words', 'narrative'], restricted: ['Restricted', 'yes'], givenBy: ['Given by', 'person'] },
  },
  closure: {
    label: 'Step of closing',
    fields: { state: ['Step', 'closureStep'], reason: ['Reason', 'text'], agreedBy: ['Agreed by', 'text'], byActionId: ['Taken over by', 'action'], onDay: ['On', 'day'], ownerId: ['Owner then', 'person'], onBehalfOf: ['On behalf of', 'person'], answersMust: ['Answers a finding that says must', 'yes'], personId: ['Said by', 'person'] },
  },
  sustain_check: { label: 'Look whether it has held', fields: { months: ['Months after', 'number'], dueOn: ['Due on', 'day'], result: ['Result', 'lookResult'], seen: ['What was seen', 'text'], checkedBy: ['Looked by', 'person'], checkedOn: ['Looked on', 'day'] } },
  transfer: {
    label: 'Transfer',
    fields: { programmeId: ['To the programme', 'programme'], receiver: ['To', 'text'], newOwner: ['New owner', 'text'], reason: ['Reason', 'text'], state: ['State', 'word'], offeredBy: ['Offered by', 'person'], offeredOn: ['Offered on', 'day'], answeredBy: ['Answered by', 'text'], answeredOn: ['Answered on', 'day'], note: ['Note', 'text'], recordedBy: ['Recorded by', 'person'] },
  },
  decision_request: {
    label: 'Decision needed',
    fields: { what: ['Decision needed', 'text'], boardId: ['Board', 'board'], fromWhom: ['From whom', 'text'], neededBy: ['Needed by', 'day'], state: ['State', 'decisionState'], note: ['What was decided', 'text'], askedBy: ['Asked by', 'person'], askedOn: ['Asked on', 'day'], settledBy: ['Settled by', 'person'], settledOn: ['Settled on', 'day'], ...imported },
  },
  action_organisation: { label: 'Contributing organisation', fields: { organisationId: ['Organisation', 'organisation'] } },
  action_finding: { label: 'Finding answered', fields: { findingId: ['Finding', 'finding'], actionId: ['Action', 'action'], note: ['Note', 'text'], isEarly: ['Before its diagnosis was agreed', 'yes'], earlyReason: ['Why it does not wait', 'text'] } },
  action_cause: { label: 'Cause answered', fields: { causeId: ['Cause', 'cause'], actionId: ['Action', 'action'] } },
  action_outcome: { label: 'Outcome made into an action', fields: { outcomeId: ['Outcome', 'outcome'], actionId: ['Action', 'action'] } },
  action_measure: { label: 'Measure of an action', fields: { measureId: ['Measure', 'measure'], actionId: ['Action', 'action'] } },
  action_programme: { label: 'Running programme', fields: { programmeId: ['Programme', 'programme'], actionId: ['Action', 'action'] } },
  dependency: { label: 'What comes before what', fields: { firstId: ['First', 'action'], thenId: ['Then', 'action'], kind: ['How', 'word'] } },
  co_production_step: { label: 'Co-production step', fields: { withWhom: ['With whom', 'text'], what: ['What', 'text'], happensOn: ['When', 'day'] } },
  thread: { label: 'Comment or challenge', fields: { kind: ['Kind', 'threadKind'], text: ['Text', 'text'], respondBy: ['Answer by', 'day'], state: ['State', 'threadState'], raisedBy: ['Raised by', 'person'] } },
  mention: { label: 'Brought to somebody', fields: { personId: ['To', 'person'], mentionedBy: ['By', 'person'], mentionedAt: ['On', 'moment'], seenAt: ['Seen', 'moment'] } },
  answer: { label: 'Answer', fields: { kind: ['Kind', 'answerKind'], text: ['Text', 'text'], answeredBy: ['Answered by', 'person'] } },
  effort: {
    label: 'Line of effort',
    fields: { purpose: ['What for', 'effortPurpose'], skillId: ['Skill', 'skill'], level: ['Level needed', 'number'], organisationId: ['Whose', 'organisation'], milestoneId: ['Up to the milestone', 'milestone'], lowMinutes: ['At least, minutes', 'number'], likelyMinutes: ['Likely, minutes', 'number'], highMinutes: ['At most, minutes', 'number'], shape: ['When it falls', 'effortShape'], ...imported },
  },
  // Who gives how much is a person's own affair and their organisation's: the history says only how far it is agreed.
  assignment: { label: 'Time asked for', fields: { state: ['State', 'askedState'], requestedOn: ['Asked on', 'day'], requestedBy: ['Asked by', 'person'], confirmedBy: ['Confirmed by', 'person'], confirmedAt: ['Confirmed', 'moment'], ...withdrawn } },
  bulk_edit: { label: 'Bulk edit', fields: { says: ['What changed', 'text'], reason: ['Reason', 'text'], changed: ['Actions', 'built'], undoneBy: ['Undone by', 'person'], undoneAt: ['Undone', 'moment'] } },
  chase: { label: 'Reminder', fields: { personId: ['To', 'person'], chasedOn: ['On', 'day'], actions: ['Actions', 'number'], chasedBy: ['Sent by', 'person'] } },
} as const satisfies Readonly<Record<string, Kind>>;

const plans = {
  plan: { label: 'Plan', fields: { title: ['Title', 'text'], aim: ['Aim', 'text'], closedOn: ['Closed on', 'day'], ...imported } },
  retrospective: { label: 'Retrospective', fields: { together: ['How we worked together', 'text'], helped: ['What helped', 'text'], hindered: ['What hindered', 'text'], advice: ['Advice', 'text'], agreedBy: ['Agreed by', 'text'], closedOn: ['Closed on', 'day'], writtenBy: ['Written by', 'person'] } },
  plan_version: { label: 'Approved version', fields: { number: ['Version', 'number'], board: ['Approved by', 'text'], approvedOn: ['Approved on', 'day'], note: ['Note', 'text'], recordedBy: ['Recorded by', 'person'] } },
  amendment_decision: {
    label: 'Decision on an amendment',
    fields: { decision: ['Decision', 'word'], board: ['Decided by', 'text'], decidedOn: ['Decided on', 'day'], versionId: ['Since version', 'plan_version'], actionId: ['Action', 'action'], change: ['Change', 'word'], field: ['Field', 'versionField'], before: ['Before', 'narrative'], after: ['After', 'narrative'], why: ['Why it changed', 'text'], note: ['Note', 'text'], recordedBy: ['Recorded by', 'person'] },
  },
  plan_signature: { label: 'Signature under the aim', fields: { organisationId: ['Organisation', 'organisation'], aim: ['Aim', 'text'], signedBy: ['Signed by', 'text'], role: ['Role', 'text'], signedOn: ['Signed on', 'day'], recordedBy: ['Recorded by', 'person'], takenBackOn: ['Taken back on', 'day'], takenBackWhy: ['Why it was taken back', 'text'] } },
  plan_sponsor: { label: 'Sponsor', fields: { organisationId: ['Organisation', 'organisation'], personId: ['Person', 'person'], role: ['Role', 'text'] } },
  plan_board: { label: 'Board it reports to', fields: { boardId: ['Board', 'board'], planId: ['Plan', 'plan'] } },
  board: { label: 'Board', fields: { name: ['Name', 'text'], retiredOn: ['Retired on', 'day'] } },
  board_meeting: { label: 'Meeting of a board', fields: { heldOn: ['Held on', 'day'] } },
  board_attendance: { label: 'Who came to a meeting', fields: { organisationId: ['Organisation', 'organisation'], came: ['Came', 'yes'] } },
  reporting_cadence: {
    label: 'Reporting rhythm',
    fields: { every: ['Every', 'word'], boardId: ['Board', 'board'], startsOn: ['Starts on', 'day'], clearDays: ['Clear days before the meeting', 'number'], publishAfter: ['Published after, working days', 'number'], freezeBefore: ['Frozen before, working days', 'number'], dueBefore: ['Due before, working days', 'number'], openBefore: ['Open before, working days', 'number'], grace: ['Grace, working days', 'number'] },
  },
  reporting_cycle: {
    label: 'Reporting cycle',
    fields: {
      name: ['Name', 'text'], number: ['Number', 'number'], state: ['State', 'word'], periodFrom: ['Period from', 'day'], periodTo: ['Period to', 'day'], opensOn: ['Opens', 'day'], dueOn: ['Due', 'day'], escalatesOn: ['Goes to the accountable person', 'day'], freezesOn: ['Freezes', 'day'], publishesOn: ['Published', 'day'],
      boardId: ['Board', 'board'], meetsOn: ['Meets on', 'day'], adjusted: ['Dates set by hand', 'yes'],
    },
  },
  cycle_reopening: { label: 'Cycle opened again', fields: { reason: ['Reason', 'text'], frozenBy: ['Frozen by', 'person'], reopenedBy: ['Opened again by', 'person'] } },
  programme: { label: 'Programme', fields: { name: ['Name', 'text'], about: ['About', 'text'], organisationId: ['Organisation', 'organisation'], endsOn: ['Ends on', 'day'] } },
  confirmed_days: { label: 'Confirmed days', fields: { month: ['Month', 'month'], days: ['Days', 'number'] } },
  promise: {
    label: 'Promise of an organisation',
    fields: { planId: ['To the plan', 'plan'], minutes: ['A month, minutes', 'number'], money: ['Money, pounds', 'number'], moneyConfirmed: ['Of the money, confirmed, pounds', 'number'], sponsorPersonId: ['Sponsor', 'person'], fromOn: ['From', 'day'], toOn: ['Until', 'day'], state: ['State', 'askedState'], requestedOn: ['Asked on', 'day'], requestedBy: ['Asked by', 'person'], confirmedBy: ['Confirmed by', 'person'], confirmedAt: ['Confirmed', 'moment'], ...withdrawn },
  },
} as const satisfies Readonly<Record<string, Kind>>;

const reviews = {
  review: { label: 'Review', fields: { title: ['Title', 'text'], frameworkId: ['Framework', 'framework'], body: ['Reviewing body', 'text'], fieldworkFrom: ['Fieldwork from', 'day'], fieldworkTo: ['Fieldwork to', 'day'], publishedOn: ['Published on', 'day'], reportUrl: ['Report', 'text'], scoringMethod: ['Method of scoring', 'word'], ...imported } },
  criterion_score: { label: 'Score', fields: { criterionId: ['Criterion', 'criterion'], part: ['Part', 'text'], score: ['Score', 'number'], givenBy: ['Given by', 'person'] } },
  clock_entry: { label: 'Step of the clock', fields: { step: ['Step', 'word'], kind: ['What was said', 'word'], on: ['Date', 'day'], reason: ['Reason', 'text'], saidBy: ['Said by', 'person'] } },
  framework: { label: 'Framework', fields: { title: ['Title', 'text'], edition: ['Edition', 'text'], code: ['Short name', 'text'], publisher: ['Publisher', 'text'], provenance: ['How sure we are', 'provenance'], source: ['Source', 'text'], state: ['State', 'word'], basedOnId: ['Made from', 'framework'], publishedAt: ['Published', 'moment'], scoring: ['Scoring', 'built'], clock: ['Clock', 'built'], domains: ['Draft of its domains', 'built'], ...withdrawn } },
  criterion: { label: 'Criterion', fields: { domain: ['Domain', 'text'], title: ['Title', 'text'], position: ['Place', 'number'] } },
  finding: { label: 'Finding', fields: { reviewId: ['Review', 'review'], ref: ['Ref', 'text'], quotation: ['Quotation', 'text'], page: ['Page', 'text'], kind: ['Kind', 'findingKind'], force: ['Must or should', 'force'], themes: ['Themes', 'text'], confirmedBy: ['Confirmed by', 'person'], confirmedAt: ['Confirmed', 'moment'], ...imported } },
  finding_criterion: { label: 'Criterion of a finding', fields: { criterionId: ['Criterion', 'criterion'] } },
  quotation_correction: { label: 'Correction of a quotation', fields: { quotation: ['Quotation', 'text'], page: ['Page', 'text'], reason: ['Reason', 'text'], correctedBy: ['Corrected by', 'person'] } },
} as const satisfies Readonly<Record<string, Kind>>;

const measures = {
  measure: {
    label: 'Measure',
    fields: {
      title: ['Title', 'text'], unit: ['Unit', 'text'], direction: ['Direction', 'measureDirection'], target: ['Target', 'number'], targetOn: ['Target date', 'day'], source: ['Source', 'text'], retiredOn: ['Retired on', 'day'], replacedById: ['Replaced by', 'measure'],
      latestValue: ['Latest figure', 'number'], latestOn: ['Latest figure on', 'day'], baselineValue: ['First figure', 'number'], variation: ['Variation', 'word'], assurance: ['Assurance', 'word'], ...withdrawn,
    },
  },
  measure_point: { label: 'Figure of a measure', fields: { onDay: ['Day', 'day'], value: ['Figure', 'number'], note: ['Note', 'text'], addedBy: ['Added by', 'person'] } },
  finding_measure: { label: 'Measure of a finding', fields: { measureId: ['Measure', 'measure'], findingId: ['Finding', 'finding'] } },
} as const satisfies Readonly<Record<string, Kind>>;

const diagnoses = {
  diagnosis: { label: 'Diagnosis', fields: { symptom: ['Symptom', 'text'], agreedText: ['Agreed text', 'text'], rootCauseId: ['Root cause', 'cause'], deepRooted: ['Deep-rooted', 'yes'], state: ['State', 'word'], agreedOn: ['Agreed on', 'day'] } },
  why: { label: 'Step of the whys', fields: { position: ['Step', 'number'], text: ['Why', 'text'] } },
  why_evidence: { label: 'Evidence of a why', fields: { kind: ['Kind', 'evidenceKind'], label: ['What it is', 'text'], url: ['Link', 'text'], figure: ['Figure', 'text'], measureId: ['Measure', 'measure'], fileId: ['File', 'file'] } },
  finding_cause: { label: 'Cause of a finding', fields: { causeId: ['Cause', 'cause'], findingId: ['Finding', 'finding'] } },
  cause: { label: 'Cause', fields: { text: ['Cause', 'text'], deeperId: ['Lies behind it', 'cause'], ...withdrawn } },
  diagnosis_round: { label: 'Diagnosis round', fields: { closesOn: ['Closes on', 'day'], openedAt: ['Opened', 'moment'], revealedAt: ['Revealed', 'moment'], cancelledAt: ['Cancelled', 'moment'], cancelledBy: ['Cancelled by', 'person'], cancelledBecause: ['Why it was cancelled', 'text'] } },
  round_partner: { label: 'Partner asked for its view', fields: { organisationId: ['Organisation', 'organisation'] } },
  partner_view: { label: 'View of a partner, at the reveal', fields: { organisationId: ['Organisation', 'organisation'], symptom: ['Symptom', 'text'], why: ['Why', 'text'], cause: ['Cause', 'text'] } },
  partner_agreement: { label: 'What a partner says of the agreed text', fields: { organisationId: ['Organisation', 'organisation'], stance: ['Says', 'stance'], reason: ['Reason', 'text'], about: ['Of the text', 'text'] } },
} as const satisfies Readonly<Record<string, Kind>>;

const summits = {
  summit: { label: 'Summit', fields: { title: ['Title', 'text'], heldOn: ['Held on', 'day'], startsAt: ['Starts at', 'text'], place: ['Place', 'text'], purpose: ['Purpose', 'text'], state: ['State', 'summitState'], openedAt: ['Opened', 'moment'], closedAt: ['Closed', 'moment'], publishedAt: ['Published', 'moment'] } },
  agenda_item: { label: 'Agenda item', fields: { title: ['Title', 'text'], minutes: ['Minutes', 'number'], lead: ['Led by', 'text'], position: ['Place', 'number'], begunAt: ['Begun', 'moment'] } },
  agenda_item_finding: { label: 'Finding on the agenda', fields: { agendaItemId: ['Agenda item', 'agenda_item'], findingId: ['Finding', 'finding'] } },
  invitee: { label: 'Invitation to a summit', fields: { personId: ['Person', 'person'], answer: ['Answer', 'inviteeAnswer'], toldAt: ['Mailed', 'moment'] } },
  attendance: { label: 'Attendance', fields: { organisationId: ['Organisation', 'organisation'], people: ['People', 'number'], names: ['Names', 'text'] } },
  material: { label: 'Material', fields: { title: ['Title', 'text'], url: ['Link', 'text'], fileId: ['File', 'file'] } },
  room: { label: 'Room', fields: { state: ['State', 'word'], names: ['Names', 'naming'], takesQuestions: ['Takes questions', 'yes'], checksQuestions: ['Checks questions first', 'yes'], shownQuestionId: ['Question on the wall', 'question'], shownPollId: ['Poll on the wall', 'poll'], openedAt: ['Opened', 'moment'], closedAt: ['Closed', 'moment'] } },
  question: { label: 'Question', fields: { text: ['Question', 'text'], state: ['State', 'questionState'], askedBy: ['Asked by', 'text'], mergedIntoId: ['Merged into', 'question'] } },
  poll: { label: 'Poll', fields: { question: ['Question', 'text'], kind: ['Kind', 'pollKind'], options: ['Choices', 'text'], most: ['Choices at most', 'number'], isSecret: ['Secret', 'yes'], showsLive: ['Shows while people vote', 'yes'], state: ['State', 'pollState'], openedAt: ['Opened', 'moment'], closedAt: ['Closed', 'moment'], result: ['Result', 'number'] } },
  outcome: { label: 'Outcome', fields: { kind: ['Kind', 'outcomeKind'], text: ['Text', 'text'], agreedOn: ['Agreed on', 'day'], organisationId: ['Committed by', 'organisation'], agendaItemId: ['Agenda item', 'agenda_item'], noAction: ['Why no action follows', 'text'] } },
  outcome_organisation: { label: 'Who agreed an outcome', fields: { outcomeId: ['Outcome', 'outcome'], organisationId: ['Organisation', 'organisation'] } },
  outcome_finding: { label: 'Finding of an outcome', fields: { outcomeId: ['Outcome', 'outcome'], findingId: ['Finding', 'finding'] } },
  outcome_origin: { label: 'Origin of an outcome', fields: { outcomeId: ['Outcome', 'outcome'], text: ['Question or poll', 'text'], choice: ['Choice', 'text'], votes: ['Votes', 'number'], place: ['Place', 'number'], places: ['Of', 'number'] } },
} as const satisfies Readonly<Record<string, Kind>>;

const people = {
  person: { label: 'Person', fields: { name: ['Name', 'text'], jobTitle: ['Job title', 'text'], email: ['E-mail address', 'text'], profession: ['Profession', 'text'], organisationId: ['Organisation', 'organisation'], expectedOn: ['Post filled from', 'day'], note: ['Note', 'text'], ...imported } },
  organisation: { label: 'Organisation', fields: { name: ['Name', 'text'], kind: ['Kind', 'organisationKind'], aliases: ['Other names', 'text'], validFrom: ['Partner from', 'day'], validTo: ['Partner until', 'day'], successorId: ['Replaced by', 'organisation'], ...imported } },
  membership: { label: 'Access', fields: { roles: ['Roles', 'role'], validTo: ['Until', 'day'], endedAt: ['Ended', 'moment'] } },
  person_skill: { label: 'Skill of a person', fields: { skillId: ['Skill', 'skill'], level: ['Level', 'number'] } },
  team: { label: 'Team', fields: { name: ['Name', 'text'], kind: ['Kind', 'word'], organisationId: ['Organisation', 'organisation'], wanted: ['Professions it wants', 'text'], ...withdrawn } },
  team_member: { label: 'Member of a team', fields: { personId: ['Person', 'person'], fromOn: ['From', 'day'], toOn: ['Until', 'day'] } },
  invitation: { label: 'Invitation', fields: { email: ['E-mail address', 'text'], roles: ['Roles', 'role'], validTo: ['Access until', 'day'], expiresAt: ['Link works until', 'moment'], acceptedAt: ['Accepted', 'moment'], revokedAt: ['Taken back', 'moment'] } },
} as const satisfies Readonly<Record<string, Kind>>;

const rest = {
  import: { label: 'Import', fields: { fileName: ['File', 'text'], planId: ['Plan', 'plan'], state: ['State', 'word'], choices: ['Choices', 'built'], report: ['Report', 'built'], appliedAt: ['Applied', 'moment'], undoneAt: ['Undone', 'moment'] } },
  file: { label: 'File', fields: { name: ['Name', 'text'], mediaType: ['Type', 'text'], size: ['Bytes', 'number'], attachedBy: ['Attached by', 'person'] } },
  locality: { label: 'Locality', fields: { name: ['Name', 'text'], accent: ['Colour', 'text'] } },
  skill: { label: 'Skill', fields: { name: ['Skill', 'text'], ...withdrawn } },
  status_word: { label: 'Status word', fields: { status: ['State', 'word'], word: ['Word', 'text'], definition: ['Definition', 'text'], colour: ['Colour', 'word'], mark: ['Shape', 'word'], position: ['Place', 'number'] } },
  assessment_setting: {
    label: 'Lines of the assessment',
    fields: {
      graceDays: ['Days of grace after a date', 'number'], alarmDays: ['Days late that weigh heavily', 'number'], silentRhythms: ['Reporting rhythms without an update', 'number'], movesTooMany: ['Moves of the due date that are too many', 'number'],
      sameWordsReports: ['Reports in the same words that are too many', 'number'], beginDays: ['Days after the start date to have begun', 'number'], resourceDays: ['Days ahead in which work needs somebody', 'number'], overrideDays: ['Days that an override lasts', 'number'], allWellFrom: ['Open actions from which no trouble is a surprise', 'number'],
    },
  },
  scenario: { label: 'Scenario', fields: { name: ['Name', 'text'], why: ['What it is for', 'text'], state: ['State', 'scenarioState'], did: ['What it did', 'text'], appliedBy: ['Applied by', 'person'], appliedAt: ['Applied', 'moment'] } },
  scenario_answer: { label: 'Answer to a scenario', fields: { organisationId: ['Organisation', 'organisation'], answer: ['Answer', 'scenarioAnswer'], reason: ['Why', 'text'], answeredAt: ['Answered', 'moment'] } },
  productive_time: {
    label: 'Productive time',
    fields: { usualLeave: ['Usual annual leave, days', 'number'], training: ['Training, days', 'number'], administration: ['Administration, days', 'number'], sickness: ['Sickness, days', 'number'], buffer: ['Buffer, days', 'number'] },
  },
  commitment_lines: { label: 'Where a promise counts as kept', fields: { green: ['Kept from, per cent', 'number'], amber: ['Kept in part from, per cent', 'number'] } },
} as const satisfies Readonly<Record<string, Kind>>;

/** The kinds as people look for them, under headings. */
export const historyGroups: readonly { readonly heading: string; readonly kinds: Readonly<Record<string, Kind>> }[] = [
  { heading: 'Actions', kinds: actions },
  { heading: 'Plans and boards', kinds: plans },
  { heading: 'Reviews and findings', kinds: reviews },
  { heading: 'Measures', kinds: measures },
  { heading: 'Diagnosis', kinds: diagnoses },
  { heading: 'Summits', kinds: summits },
  { heading: 'People and access', kinds: people },
  { heading: 'Imports, files and settings', kinds: rest },
];

/** Every kind with its label, and its fields in the order in which they are read. A field that is not here is never shown. */
export const historyWords: Readonly<Record<HistoryKind, Kind>> = { ...actions, ...plans, ...reviews, ...measures, ...diagnoses, ...summits, ...people, ...rest };
