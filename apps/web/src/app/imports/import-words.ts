import type { ImportField, ImportState, ImportStatus, ImportStepName, RowOutcome } from '@followthrough/contracts';

/** The importer's own vocabularies, as people read them. */
export const fieldWords: Readonly<Record<ImportField, string>> = {
  ignore: 'Not used', ref: 'Ref', theme: 'Theme', finding: 'Finding', findingRef: 'Ref of the finding', findingKind: 'Kind of finding', findingForce: 'Must or should', page: 'Page in the report', title: 'Action', description: 'Description', horizon: 'Horizon', priority: 'Priority', owner: 'Lead', accountablePerson: 'Accountable person',
  organisations: 'Organisations', accountableOrganisation: 'Accountable organisation', contributingOrganisations: 'Contributing organisations', startOn: 'Start', dueOn: 'Timescale', successMeasure: 'Success measure', resources: 'Resources', daysNeeded: 'Days needed', risks: 'Risks', nextSteps: 'Next steps',
  status: 'Status word', statusOn: 'Day of the status', update: 'Update',
};

export const statusWords: Readonly<Record<ImportStatus, string>> = { not_started: 'Not started', on_track: 'On track', at_risk: 'At risk', off_track: 'Off track', complete: 'Complete' };

export const outcomeWords: Readonly<Record<RowOutcome, string>> = { create: 'New', change: 'Change', unchanged: 'Unchanged', conflict: 'Conflict', link: 'Link', finding_only: 'Finding only', left_out: 'Left out', stuck: 'To settle', missing: 'Not in the file' };

export const stateWords: Readonly<Record<ImportState, string>> = { uploaded: 'Begun', previewed: 'Begun', applied: 'Imported', undone: 'Undone', discarded: 'Given up' };

/** What is being done with a long file. */
export const stepWords: Readonly<Record<ImportStepName, string>> = { reading: 'reading the file', understanding: 'understanding its rows', applying: 'importing its rows' };

export const steps = [
  { path: 'sheet', label: 'Sheet' },
  { path: 'columns', label: 'Columns' },
  { path: 'words', label: 'Status words' },
  { path: 'names', label: 'People and partners' },
  { path: 'settle', label: 'Questions' },
  { path: 'check', label: 'Check and import' },
] as const;
export type Step = (typeof steps)[number]['path'];
