import { MySnooze } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** Whether the person asking has put a thing off. Row security shows nobody else's. */
export const isSnoozed = (kind: string, thing: string): string => `exists (select from snooze s where s.person_id = current_person() and s.kind = '${kind}' and s.thing_id = ${thing} and s.until_on > today())`;

/** The same of anybody, for mail that is written while nobody asks. */
export const isSnoozedBy = (person: string, kind: string, thing: string): string => `kernel.is_snoozed(${person}, '${kind}', ${thing})`;

/** What the person asking has put off and is not back yet. */
export const mySnoozes = jsonList(MySnooze, 's', {}, 'from snooze s where s.person_id = current_person() and s.until_on > today() order by s.until_on, s.id limit 400');
