import type { FieldRefusal } from '@followthrough/contracts';

/**
 * A board is retired when it sits no longer: not from a day to come, and not while a plan still reports to it.
 * `plans` are the titles of those plans; `retiredOn` and `today` are London days, `retiredOn` null while the board sits.
 */
export function checkRetiring(retiredOn: string | null, plans: readonly string[], today: string): readonly FieldRefusal[] {
  const refused = (message: string): readonly FieldRefusal[] => [{ field: 'retiredOn', code: 'rule', message }];
  if (retiredOn === null) return [];
  if (retiredOn > today) return refused('A board is retired once it sits no longer: say today or an earlier day');
  const [first, ...others] = plans;
  if (!first) return [];
  return refused(`${others.length === 0 ? `“${first}” still reports` : `“${first}” and ${others.length === 1 ? 'another plan' : `${others.length} other plans`} still report`} to it: let ${others.length === 0 ? 'it' : 'them'} report elsewhere first`);
}
