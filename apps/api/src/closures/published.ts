import { jsonList } from '../kernel/select';
import { MyLook, MyVerification } from '@followthrough/contracts';
import { access } from '@followthrough/domain';
import { nameOf } from '../kernel/person';

/** Work on it goes on: neither reported complete, nor transferred, stopped or superseded. */
export const isOpen = (a: string): string => `(${a}.status not in ('complete', 'embedded') and ${a}.disposition is null)`;

/** Its owner has something to report: it is open, or it is called complete and nobody has claimed it with evidence. */
export const owesReport = (a: string): string => `(${a}.disposition is null and (${a}.status not in ('complete', 'embedded') or ${a}.closure_state is null))`;

/** Update `u` is the last of action `a`, and older than the return or opening that nobody has answered yet. */
export const isUnanswered = (a: string, u: string): string => `coalesce(${a}.closure_state in ('returned', 'reopened') and ${u}.reported_at < (select max(c.at) from closure c where c.action_id = ${a}.id), false)`;

/** The person asking may verify and is no party to action `a`. */
const mayVerify = `exists (select from membership m where m.person_id = current_person() and m.ended_at is null and m.roles && array[${access['closure.verify'].map((role) => `'${role}'`).join(', ')}]) and not kernel.is_party(a, current_person())`;

/** Claims that wait for the person asking, those of their own accountability first, then the oldest. */
export const verificationsForMe = jsonList(
  MyVerification,
  'a',
  {
    ownerName: nameOf('a.owner_id'),
    claimedOn: 'a.status_on',
    evidence: '(select count(*) from kernel.standing_evidence(a.locality_id, a.id))',
    answersMust: 'kernel.answers_must(a.locality_id, a.id)',
  },
  `from action a where a.closure_state = 'claimed' and a.withdrawn_at is null and ${mayVerify} order by a.accountable_person_id is not distinct from current_person() desc, a.status_on, a.ref limit 50`,
);

/** Looks that are due of actions that the person asking owns, is accountable for, or accepted. */
export const looksForMe = jsonList(
  MyLook,
  'k',
  { actionId: 'a.id', ref: 'a.ref', title: 'a.title', isParty: 'kernel.is_party(a, current_person())' },
  `from sustain_check k join action a on a.id = k.action_id join closure c on c.id = k.closure_id
   where k.result is null and k.due_on <= today() and a.closure_state = 'accepted' and a.withdrawn_at is null and current_person() in (a.owner_id, a.accountable_person_id, c.person_id)
     and c.number = (select max(x.number) from closure x where x.action_id = a.id and x.state = 'accepted')
     and not exists (select from sustain_check e where e.closure_id = k.closure_id and e.months < k.months and e.result is null)
   order by k.due_on, a.ref limit 50`,
);
