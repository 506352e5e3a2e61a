import type { ActionFilter } from '@followthrough/contracts';
import { columnNames, filterKeys } from '../actions/public';

const NAMES: Readonly<Record<string, string>> = { ...columnNames, finding: 'finding', cause: 'cause', board: 'board', programme: 'programme', symptomOnly: 'what treats only a symptom', milestoneLate: 'late milestones', decision: 'open decisions', gap: 'what is missing', doubtful: 'where the facts said worse', flag: 'flags', overridden: 'overridden flags', onLadder: 'the ladder', organisation: 'contributing organisations' };

/** The filters of the address that a moment can answer, and what the others are called. */
export function narrowed(asked: ActionFilter, answers: (name: string) => boolean): { readonly filter: ActionFilter; readonly leftOut: readonly string[] } {
  const told = filterKeys.filter((name) => asked[name] !== undefined);
  return { filter: Object.fromEntries(told.filter(answers).map((name) => [name, asked[name]])), leftOut: told.filter((name) => !answers(name)).map((name) => NAMES[name] ?? name) };
}
