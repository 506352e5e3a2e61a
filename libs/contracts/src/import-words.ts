import { type Status, statuses } from './words';

/** What a column of a plan can hold. `update` holds narratives as of one date, `statusOn` the date of each row's status. */
export const importFields = [
  'ignore', 'ref', 'theme', 'finding', 'findingRef', 'findingKind', 'findingForce', 'page', 'title', 'description', 'horizon', 'priority', 'owner', 'accountablePerson', 'organisations', 'accountableOrganisation', 'contributingOrganisations',
  'startOn', 'dueOn', 'successMeasure', 'resources', 'daysNeeded', 'risks', 'nextSteps', 'status', 'statusOn', 'update',
] as const;
export type ImportField = (typeof importFields)[number];

export const importStates = ['uploaded', 'previewed', 'applied', 'undone', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

/** What takes a while with a long file. */
export const importSteps = ['reading', 'understanding', 'applying'] as const;
export type ImportStepName = (typeof importSteps)[number];

/** What the dry run says would happen to a row. `stuck`: nothing, until its problems are settled. */
export const rowOutcomes = ['create', 'change', 'unchanged', 'conflict', 'link', 'finding_only', 'left_out', 'stuck', 'missing'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export const settleKinds = ['split', 'link', 'ref', 'date', 'horizon', 'conflict', 'leave_out'] as const;
export type SettleKind = (typeof settleKinds)[number];

/** A status word of the sheet never means `embedded`: that needs evidence and a second person. */
export const importStatuses = statuses.filter((one) => one !== 'embedded');
export type ImportStatus = Exclude<Status, 'embedded'>;

export const nameChoices = ['match', 'create', 'leave', 'everyone'] as const;
export type NameChoice = (typeof nameChoices)[number];
