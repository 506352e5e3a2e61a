import type { ScenarioChangeItem, Status } from '@followthrough/contracts';
import type { Leads } from './ladder';
import type { LoadLine, LoadSpan, LoadWork } from './load-pieces';
import type { ProductiveTime } from './supply';

/**
 * A scenario: changes over the live plan that nobody has made yet. What the plan is now are its facts, as far as whoever asks
 * may see them: people whose figures are not theirs to see are one part of their organisation. The changes are laid over the
 * facts anew each time (`replay.ts`), here and on the server, and the verdict is reckoned from what comes out
 * (`scenario-verdict.ts`). Minutes are whole, days are `YYYY-MM-DD`.
 */
export interface ScenarioLine extends Omit<LoadLine, 'parts'> {
  readonly id: string;
  /** It is the accountable organisation's, whoever that is. */
  readonly follows: boolean;
  /** Who is down for it; without a person: somebody of that organisation, or several. */
  readonly parts: readonly (Who & { readonly minutes: number })[];
}

/** An open action. */
export interface ScenarioWork extends Omit<LoadWork, 'lines'> {
  readonly ref: string;
  readonly title: string;
  readonly status: Status;
  /** Minutes spent by its updates. */
  readonly spent: number;
  /** The day of the last update that estimated anew; null: none did. */
  readonly estimatedOn: string | null;
  readonly lines: readonly ScenarioLine[];
}

/** Somebody whose figures the asker may see. */
export interface ScenarioPerson {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string | null;
  /** Minutes of a day of a full-time post of their employer. */
  readonly personDay: number;
  /** Minutes that they can give on each day of the span; null: not known. */
  readonly given: readonly (number | null)[];
}

export interface ScenarioOrganisation {
  readonly id: string;
  readonly name: string;
  /** Its people say what they can give; else its confirmed days by month are what it can. */
  readonly isNamed: boolean;
  /** What those give who are not among the people, on each day, spread over the working days of each month; null: nobody else. */
  readonly others: readonly (number | null)[] | null;
  /** Of how many of these it is not known. */
  readonly unknown: number;
}

export interface ScenarioFacts {
  readonly span: LoadSpan;
  readonly time: ProductiveTime;
  readonly work: readonly ScenarioWork[];
  readonly links: readonly Leads[];
  readonly people: readonly ScenarioPerson[];
  readonly organisations: readonly ScenarioOrganisation[];
}

/** Somebody, or without a person somebody of that organisation. */
export interface Who {
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/** What every change has. `isClosed`, `hasLeft`: what has become of its action, or of somebody it names. */
interface Made {
  readonly id: string;
  readonly isClosed: boolean;
  readonly hasLeft: boolean;
}

/** `from…`: what it saw when it was made, or looked at again. */
export type ScenarioChange = Made &
  (
    | { readonly kind: 'move'; readonly actionId: string; readonly fromOn: string | null; readonly toOn: string }
    | { readonly kind: 'hand_over'; readonly actionId: string; readonly fromOrganisationId: string | null; readonly organisationId: string }
    /** What is left of the action becomes so many minutes. */
    | { readonly kind: 'estimate'; readonly actionId: string; readonly fromMinutes: number | null; readonly minutes: number }
    /** So many minutes of what is left become an action of their own, with a day of its own. */
    | { readonly kind: 'split'; readonly actionId: string; readonly fromMinutes: number | null; readonly minutes: number; readonly toOn: string }
    | { readonly kind: 'drop'; readonly actionId: string }
    | { readonly kind: 'assign'; readonly actionId: string; readonly effortId: string; readonly person: Who; readonly minutes: number }
    | { readonly kind: 'reassign'; readonly actionId: string; readonly effortId: string; readonly person: Who; readonly toPerson: Who; readonly fromMinutes: number }
    | { readonly kind: 'remove'; readonly actionId: string; readonly effortId: string; readonly person: Who; readonly fromMinutes: number }
    /** A post from a day on, of so many minutes a week. */
    | { readonly kind: 'hire'; readonly organisationId: string; readonly title: string; readonly toOn: string; readonly minutes: number }
  );

export type Said = Pick<ScenarioChangeItem, 'id' | 'kind' | 'actionId' | 'effortId' | 'personId' | 'personOrganisationId' | 'toPersonId' | 'toPersonOrganisationId' | 'organisationId' | 'toOn' | 'minutes' | 'title' | 'fromOn' | 'fromMinutes' | 'fromOrganisationId' | 'isClosed' | 'hasLeft'>;

/**
 * A change as it was said in one row.
 * @throws RangeError where a row says too little for its kind, which the database refuses
 */
export function changeOf(said: Said): ScenarioChange {
  const { id, kind, isClosed, hasLeft, fromOn, fromOrganisationId } = said;
  const made = { id, isClosed, hasLeft };
  const need = <T>(value: T | null): T => {
    if (value === null) throw new RangeError(`A change of the kind ${kind} says more`);
    return value;
  };
  const person = { personId: said.personId, organisationId: said.personOrganisationId };
  // Who may not see a person's figure is not told it: nothing is reckoned from it there.
  const minutes = said.minutes ?? 0;
  const fromMinutes = said.fromMinutes ?? 0;
  switch (kind) {
    case 'move': return { ...made, kind, actionId: need(said.actionId), fromOn, toOn: need(said.toOn) };
    case 'hand_over': return { ...made, kind, actionId: need(said.actionId), fromOrganisationId, organisationId: need(said.organisationId) };
    case 'estimate': return { ...made, kind, actionId: need(said.actionId), fromMinutes: said.fromMinutes, minutes };
    case 'split': return { ...made, kind, actionId: need(said.actionId), fromMinutes: said.fromMinutes, minutes, toOn: need(said.toOn) };
    case 'drop': return { ...made, kind, actionId: need(said.actionId) };
    case 'assign': return { ...made, kind, actionId: need(said.actionId), effortId: need(said.effortId), person, minutes };
    case 'reassign': return { ...made, kind, actionId: need(said.actionId), effortId: need(said.effortId), person, toPerson: { personId: said.toPersonId, organisationId: said.toPersonOrganisationId }, fromMinutes };
    case 'remove': return { ...made, kind, actionId: need(said.actionId), effortId: need(said.effortId), person, fromMinutes };
    case 'hire': return { ...made, kind, organisationId: need(said.organisationId), title: need(said.title), toOn: need(said.toOn), minutes };
  }
}

/** What of the plan a change sees as it is made: kept with it, so that a plan that moves on underneath is noticed. */
export function seenBy(facts: ScenarioFacts, change: ScenarioChange): { readonly fromOn: string | null; readonly fromMinutes: number | null; readonly fromOrganisationId: string | null } {
  const nothing = { fromOn: null, fromMinutes: null, fromOrganisationId: null };
  if (change.kind === 'hire') return nothing;
  const work = facts.work.find((one) => one.id === change.actionId);
  switch (change.kind) {
    case 'move': return { ...nothing, fromOn: work?.dueOn ?? null };
    case 'hand_over': return { ...nothing, fromOrganisationId: work?.organisationId ?? null };
    case 'estimate':
    case 'split': return { ...nothing, fromMinutes: work?.left ?? null };
    case 'reassign':
    case 'remove': return { ...nothing, fromMinutes: partOf(work?.lines.find((one) => one.id === change.effortId), change.person)?.minutes ?? null };
    default: return nothing;
  }
}

type Part = ScenarioLine['parts'][number];

/** Somebody's part of a line; of who is not named here, what their organisation has of it together. */
export const partOf = (line: ScenarioLine | undefined, { personId, organisationId }: Who): Part | undefined =>
  line?.parts.find((one) => one.personId !== null && one.personId === personId) ?? line?.parts.find((one) => one.personId === null && one.organisationId === organisationId);
