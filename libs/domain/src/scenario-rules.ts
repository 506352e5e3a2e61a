import { type FieldRefusal, MOST_ASSIGNMENTS, MOST_CHANGES, type NewScenarioChange, type ScenarioKind } from '@followthrough/contracts';
import { spoken } from './calendar';
import { toDeliver } from './replay';
import type { ScenarioChange, ScenarioFacts } from './scenario';
import { conflictOf } from './scenario-conflicts';

/** A tenth of a person-day of 450 minutes: estimates of actions without lines are kept so. */
const TENTH = 45;

type Field = Exclude<keyof NewScenarioChange, 'kind'>;

/** What each kind of change says. */
export const changeNeeds: Readonly<Record<ScenarioKind, readonly Field[]>> = {
  move: ['actionId', 'toOn'],
  hand_over: ['actionId', 'organisationId'],
  estimate: ['actionId', 'minutes'],
  split: ['actionId', 'minutes', 'toOn'],
  drop: ['actionId'],
  assign: ['effortId', 'personId', 'minutes'],
  reassign: ['effortId', 'personId', 'toPersonId'],
  remove: ['effortId', 'personId'],
  hire: ['organisationId', 'title', 'toOn', 'minutes'],
};
const ASKS: Readonly<Record<Field, string>> = { actionId: 'Choose the action', effortId: 'Choose the line of effort', personId: 'Choose who', toPersonId: 'Choose to whom it goes', organisationId: 'Choose the organisation', toOn: 'Give the day', minutes: 'Say how much', title: 'Say what the post is' };

/** Refuses a change that does not say all that its kind needs. */
export const missingIn = (said: Partial<NewScenarioChange> & Pick<NewScenarioChange, 'kind'>): readonly FieldRefusal[] =>
  changeNeeds[said.kind].filter((one) => said[one] === undefined).map((field) => ({ field, code: 'rule', message: ASKS[field] }));

/** Refuses a change that could not be made to the plan as it is, or that says again what another of the scenario says. */
export function checkChange(facts: ScenarioFacts, change: ScenarioChange, others: readonly ScenarioChange[]): readonly FieldRefusal[] {
  const no = (field: string, message: string): readonly FieldRefusal[] => [{ field, code: 'rule', message }];
  if (others.length >= MOST_CHANGES) return no('kind', `A scenario has ${MOST_CHANGES} changes at most: make another`);
  if (change.kind === 'hire') {
    const organisation = facts.organisations.find((one) => one.id === change.organisationId);
    if (!organisation) return no('organisationId', 'That organisation is not here');
    if (change.toOn > facts.span.to) return no('toOn', `That is beyond what is looked at, which ends on ${spoken(facts.span.to)}`);
    if (change.minutes < 5 || change.minutes > 5 * 600) return no('minutes', 'A post has up to five days a week');
    return !organisation.isNamed && organisation.others !== null ? no('organisationId', `${organisation.name} says its days by month and names nobody. A post would count in place of these: confirm more days there instead`) : [];
  }
  const work = facts.work.find((one) => one.id === change.actionId);
  if (!work) return no('actionId', 'That action is not open, or not in the plan');
  const same = others.flatMap((one) => (one.kind !== 'hire' && one.actionId === change.actionId ? [one] : []));
  if (same.some((one) => one.kind === 'drop')) return no('actionId', `The scenario drops ${work.ref}: take that out first`);
  if (change.kind === 'drop' && same.length > 0) return no('actionId', `The scenario changes ${work.ref} already: take that out first`);
  const sizes: readonly string[] = ['estimate', 'split'];
  if (same.some((one) => !('effortId' in one) && (one.kind === change.kind || (sizes.includes(one.kind) && sizes.includes(change.kind))))) return no('actionId', `The scenario does that with ${work.ref} already: take that out first`);
  if ('effortId' in change) {
    const named = [change.person.personId, ...(change.kind === 'reassign' ? [change.toPerson.personId] : [])];
    const others = same.flatMap((one) => ('effortId' in one && one.effortId === change.effortId ? [one.person.personId, ...(one.kind === 'reassign' ? [one.toPerson.personId] : [])] : []));
    if (named.some((one) => one !== null && others.includes(one))) return no('personId', `The scenario changes what they have of ${work.ref} already: take that out first`);
    if (change.kind === 'reassign' && change.person.personId === change.toPerson.personId) return no('toPersonId', 'Choose somebody else');
    if (change.kind === 'assign' && change.minutes < 1) return no('minutes', 'Say how much');
    if (change.kind === 'assign' && (work.lines.find((one) => one.id === change.effortId)?.parts.length ?? 0) >= MOST_ASSIGNMENTS) return no('personId', `A line has ${MOST_ASSIGNMENTS} people at most`);
  }
  if (change.kind === 'move' && work.dueOn === null) return no('actionId', `${work.ref} has no due date yet: give it one first`);
  if (change.kind === 'move' && work.dueOn === change.toOn) return no('toOn', 'That is the due date already');
  if (change.kind === 'move' && change.toOn < facts.span.from) return no('toOn', 'That day is past');
  if (change.kind === 'move' && work.startOn !== null && work.startOn > change.toOn) return no('toOn', `It starts on ${spoken(work.startOn)}: it cannot be due before`);
  if (change.kind === 'hand_over' && work.organisationId === change.organisationId) return no('organisationId', 'It lies there already');
  if (change.kind === 'estimate' || change.kind === 'split') {
    if (change.minutes < 1) return no('minutes', change.kind === 'split' ? 'Say how much is split off' : 'Of no days is no work left: drop the action, or report it complete');
    if (change.kind === 'estimate' && change.minutes === work.left) return no('minutes', 'That is what is left already');
    if (change.kind === 'split' && change.toOn < facts.span.from) return no('toOn', 'That day is past');
    if (change.kind === 'split' && work.startOn !== null && work.startOn > change.toOn) return no('toOn', `It starts on ${spoken(work.startOn)}: no part of it can be due before`);
    const lines = work.lines.filter((one) => one.purpose === 'deliver').length;
    if (lines === 0 && change.minutes % TENTH !== 0) return no('minutes', 'Say it in tenths of a day of seven and a half hours');
    if (lines > 0 && Math.min(change.minutes, toDeliver(work) - change.minutes) < lines && change.kind === 'split') return no('minutes', 'So little cannot be shared between its lines');
    if (lines > change.minutes) return no('minutes', 'So little cannot be shared between its lines');
  }
  const conflict = conflictOf(facts, change);
  return conflict ? no(change.kind === 'hand_over' ? 'organisationId' : 'actionId', conflict.says) : [];
}

/** Organisations that have to agree: those at whose door the actions lie that change, before and after, and those whose people or posts it names. */
export function askedOf(before: ScenarioFacts, after: ScenarioFacts, changes: readonly ScenarioChange[]): readonly string[] {
  const known = new Set(before.organisations.map((one) => one.id));
  const [was, is] = [before.work, new Map(after.work.map((one) => [one.id, one]))];
  // What nothing changed is the same object as before.
  const touched = was.filter((one) => is.get(one.id) !== one).flatMap((one) => [one.organisationId, is.get(one.id)?.organisationId]);
  const people = changes.flatMap((one) => (one.kind === 'hire' ? [one.organisationId] : 'effortId' in one ? [one.person.organisationId, ...(one.kind === 'reassign' ? [one.toPerson.organisationId] : [])] : []));
  return [...new Set([...touched, ...people].filter((one) => one !== null && one !== undefined))].filter((one) => known.has(one)).sort();
}
