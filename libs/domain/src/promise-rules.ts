import type { FieldRefusal } from '@followthrough/contracts';
import { checkTerm, overlaps, spokenTerm, type Term } from './supply-rules';

/** What is asked for or promised. Minutes a month; pounds for its whole time. */
export interface PromiseSaid extends Term {
  readonly planId: string | null;
  readonly minutes: number | null;
  readonly money: number | null;
  readonly sponsorPersonId: string | null;
}

const refused = (field: string, message: string): FieldRefusal => ({ field, code: 'rule', message });

/** What is wrong with a promise to come. `known`: those of the same organisation, asked for or confirmed, that were not taken back. */
export function checkPromise(said: PromiseSaid, known: readonly (Term & { readonly planId: string | null; readonly state: 'requested' | 'confirmed' })[]): readonly FieldRefusal[] {
  const other = known.find((one) => one.planId === said.planId && overlaps(one, said));
  const wrong = [
    ...(said.minutes || said.money || said.sponsorPersonId ? [] : [refused('minutes', 'Say days, money or a sponsor: a promise is of something')]),
    ...checkTerm(said, 5, 'A promise is made'),
  ];
  if (wrong.length > 0 || !other) return wrong;
  return [refused('fromOn', `${said.planId === null ? 'To all work something' : 'To this plan something'} is ${other.state === 'confirmed' ? 'promised' : 'asked for'} ${spokenTerm(other)} already: end that first`)];
}

/** What of the money has been confirmed: never more than was promised. Pounds. */
export function checkConfirmedMoney(confirmed: number | null, promised: number | null): readonly FieldRefusal[] {
  if (confirmed === null) return [];
  if (promised === null) return [refused('moneyConfirmed', 'No money was promised here')];
  return confirmed <= promised ? [] : [refused('moneyConfirmed', 'This is more than was promised')];
}
