import type { Horizon, ImportChoices, Priority, Status } from '@followthrough/contracts';

/** What an import last said of an action: raw texts of the sheet by column, and what they became, by column. */
export interface Base {
  readonly ref: string;
  readonly part: number | null;
  readonly raw: Readonly<Record<string, string>>;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The columns of `action` that an import writes. An id that begins with `new:` is of somebody the same import makes. */
export interface ActionValues {
  readonly title: string;
  readonly description: string | null;
  readonly theme: string | null;
  readonly horizon: Horizon;
  readonly priority: Priority | null;
  readonly ownerId: string | null;
  readonly accountablePersonId: string | null;
  readonly accountableOrganisationId: string | null;
  readonly contributingIds: readonly string[];
  readonly startOn: string | null;
  readonly startText: string | null;
  readonly dueOn: string | null;
  readonly dueText: string | null;
  readonly dueTextKept: boolean;
  readonly successMeasure: string | null;
  readonly resources: string | null;
  readonly daysNeeded: number | null;
  readonly risks: string | null;
  readonly nextSteps: string | null;
}

export interface KnownFinding {
  readonly id: string;
  readonly ref: string;
  readonly quotation: string;
}

export interface KnownAction extends ActionValues {
  readonly id: string;
  readonly version: number;
  readonly ref: string;
  readonly status: Status;
  readonly statusOn: string;
  readonly narrative: string | null;
  readonly createdOn: string;
  /** Claimed, verified or ended here: a sheet says nothing about its progress any more. */
  readonly isClosed: boolean;
  /** Its days needed are the sum of its lines of effort here, and no sheet types over them. */
  readonly hasEffort: boolean;
  readonly findings: readonly KnownFinding[];
  readonly base: Base | null;
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What the locality has, as far as an import asks. `findings` are those of the chosen review, `actions` of the chosen plan. */
export interface Known {
  readonly people: readonly KnownPerson[];
  readonly organisations: readonly KnownOrganisation[];
  readonly words: readonly { readonly status: Status; readonly word: string }[];
  readonly findings: readonly KnownFinding[];
  readonly actions: readonly KnownAction[];
  /** Mappings of earlier imports by the look of their header. */
  readonly mappings: Readonly<Record<string, Partial<ImportChoices>>>;
}
