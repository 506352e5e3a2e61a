import type { ImportChoices, ImportCounts, ImportState, NamedThing } from '@followthrough/contracts';
import type { Known, Sheet } from '@followthrough/domain';

/** What applying kept on the row: for the result, and for undoing. */
export interface Report {
  readonly counts: ImportCounts;
  readonly people: number;
  readonly organisations: number;
  readonly findings: number;
  readonly updates: number;
  /** Actions that were here before: their columns as they were, to be put back. */
  readonly changed: readonly Changed[];
  /** Links made and removed on actions that were here before. */
  readonly linked: readonly { readonly actionId: string; readonly findingId: string }[];
  readonly unlinked: readonly { readonly actionId: string; readonly findingId: string }[];
  /** Lines of effort of earlier imports that gave way to what this one says; none in older imports. */
  readonly ended?: readonly string[];
  /** The transactions of this import, so that undoing can tell its changes from other people's. */
  readonly xacts: readonly string[];
}

export interface Changed {
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly contributing: readonly string[] | null;
}

/** One import with all that the locality has for it, as `imports.whole` gives it. */
export interface Loaded extends Omit<Known, 'mappings'> {
  readonly import: {
    readonly id: string;
    readonly version: number;
    readonly fileName: string;
    readonly state: ImportState;
    readonly choices: Partial<ImportChoices>;
    readonly report: Report | null;
    readonly planId: string | null;
    readonly createdAt: string;
    readonly appliedAt: string | null;
    readonly undoneAt: string | null;
    readonly createdBy: string | null;
    readonly plan: string | null;
  };
  readonly sheets: readonly Sheet[];
  readonly plans: readonly NamedThing[];
  readonly reviews: readonly NamedThing[];
  readonly mappings: Readonly<Record<string, Partial<ImportChoices>>>;
  readonly made: readonly { readonly id: string; readonly ref: string; readonly title: string }[];
  readonly datesToResolve: number;
}

export const NO_CHOICES: ImportChoices = {
  sheet: null, headerRow: null, headerRows: null, columns: [], planId: null, planTitle: null, reviewId: null, reviewTitle: null, asOf: null,
  statuses: [], people: [], organisations: [], useContacts: true, settled: [], moveReason: null, moveAgreedBy: null,
};

/** What was chosen so far; what was not is empty. */
export const chosen = (loaded: Loaded): ImportChoices => ({ ...NO_CHOICES, ...loaded.import.choices });
