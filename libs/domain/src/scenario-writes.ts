import type { ScenarioChangeItem } from '@followthrough/contracts';
import { spoken } from './calendar';
import { daysOf } from './demand';
import { inOrder, replay } from './replay';
import { changeOf, type ScenarioFacts } from './scenario';

/** A change in a sentence: what becomes of what. Somebody whose figures are not to be seen is called by their organisation. */
export function changeSays(said: ScenarioChangeItem): string {
  const on = said.toOn === null ? '' : spoken(said.toOn);
  const who = somebody(said.personName, said.personOrganisationName);
  const to = somebody(said.toPersonName, said.toPersonOrganisationName);
  const part = said.fromMinutes === null ? 'their part' : `their ${inDays(said.fromMinutes)}`;
  switch (said.kind) {
    case 'move': return said.fromOn === null ? `is due on ${on}` : `moves from ${spoken(said.fromOn)} to ${on}`;
    case 'hand_over': return `goes from ${said.fromOrganisationName ?? 'no organisation'} to ${said.organisationName ?? 'an organisation that is gone'}`;
    case 'estimate': return `has ${inDays(said.minutes)} left${said.fromMinutes === null ? '' : `, not ${inDays(said.fromMinutes)}`}`;
    case 'split': return `is split: ${inDays(said.minutes)} of it become an action of their own, due on ${on}`;
    case 'drop': return 'is taken out of the plan';
    case 'assign': return `gets ${who}${said.minutes === null ? '' : ` for ${inDays(said.minutes)}`}`;
    case 'reassign': return `goes from ${who} to ${to}, with ${part}`;
    case 'remove': return `loses ${who}, with ${part}`;
    case 'hire': return `${said.organisationName ?? 'An organisation that is gone'} fills a post from ${on}: ${said.title ?? ''}, ${inDays(said.minutes)} a week`;
  }
}

/** The same with the action that it is about, or of a post by itself. */
export const changeLine = (said: ScenarioChangeItem): string => (said.kind === 'hire' ? changeSays(said) : `${said.ref ?? ''} ${changeSays(said)}`);

/** All that would be written, with what moves along; what the plan has moved on from is left out. */
export function writesOf(facts: ScenarioFacts, all: readonly ScenarioChangeItem[]): readonly string[] {
  const changes = all.map(changeOf);
  const { holding } = inOrder(facts, changes);
  const refs = new Map(facts.work.map((one) => [one.id, one.ref]));
  return [
    ...holding.flatMap(({ id }) => all.filter((one) => one.id === id).map(changeLine)),
    ...replay(facts, changes).along.map((one) => `${refs.get(one.id) ?? ''} moves along from ${spoken(one.fromOn)} to ${spoken(one.toOn)}: it waits for ${one.waitsFor}`),
  ];
}

const somebody = (name: string | null, organisation: string | null): string => name ?? `somebody of ${organisation ?? 'no organisation'}`;

const inDays = (minutes: number | null): string => {
  if (minutes === null) return 'some days';
  const days = daysOf(minutes);
  return `${days} ${days === 1 ? 'day' : 'days'}`;
};
