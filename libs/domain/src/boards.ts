import type { FieldRefusal } from '@followthrough/contracts';
import { spoken } from './calendar';

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

/** Who came is recorded of a meeting that has been, and of each organisation once. */
export function checkBoardAttendance({ came, absent }: { readonly came: readonly string[]; readonly absent: readonly string[] }, heldOn: string, today: string): readonly FieldRefusal[] {
  if (heldOn > today) return [{ field: 'came', code: 'rule', message: `It meets on ${spoken(heldOn)}: who came can be recorded from that day on` }];
  const all = [...came, ...absent];
  return new Set(all).size === all.length ? [] : [{ field: 'absent', code: 'rule', message: 'An organisation either came or did not: one is said twice' }];
}
