import { PlanItem, PlanPage, PlanPartner, ReportsTo, Signature, Sponsor } from '@followthrough/contracts';
import { boardsOf, nextMeeting } from '../boards/published';
import { isOpen } from '../closures/published';
import { stepsOf } from '../co-production/published';
import { agreedOf } from '../diagnoses/published';
import { nameOf } from '../kernel/person';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { approvalOf } from '../versions/approved';
import { takesPart } from './published';

const counted = (which: string) => `(select count(*) from action a where a.plan_id = p.id and a.withdrawn_at is null${which})`;
const counts = {
  boards: jsonList(ReportsTo, 'b', { nextOn: nextMeeting('b.id') }, 'from plan_board l join board b on b.id = l.board_id where l.plan_id = p.id order by lower(b.name) limit 50'),
  actions: counted(''),
  openActions: counted(` and ${isOpen('a')}`),
  overdueActions: counted(` and ${isOpen('a')} and a.due_on < today()`),
  approval: approvalOf('p.id'),
  unresolvedDates: counted(' and a.due_on is null and a.due_text is not null and not a.due_text_kept'),
  diagnosed: agreedOf('from finding f where f.withdrawn_at is null and exists (select from action_finding l join action a on a.id = l.action_id and a.withdrawn_at is null where l.finding_id = f.id and a.plan_id = p.id) and'),
};

export const allPlans = statement('plans.all', `select json_build_object('items', ${jsonList(PlanItem, 'p', counts, 'from plan p where p.withdrawn_at is null order by lower(p.title)')})::text as answer`);

export const onePlan = statement('plans.one', jsonRow(PlanItem, 'p', counts, 'from plan p where p.id = $1 and p.withdrawn_at is null'));

const signatures = jsonList(
  Signature,
  's',
  { isCurrent: 's.taken_back_on is null and s.aim is not distinct from p.aim', recordedByName: nameOf('s.recorded_by') },
  'from plan_signature s where s.plan_id = p.id and s.organisation_id = o.id order by s.taken_back_on is not null, s.signed_on desc, s.id desc limit 100',
);

/** The plan as an agreement, in one statement. */
export const planPage = statement(
  'plans.page',
  jsonRow(
    PlanPage,
    'p',
    {
      partners: jsonList(
        PlanPartner,
        'o',
        { takesPart: 'o.takes_part', signatures },
        `from (select o.id, o.name, ${takesPart('p.id', 'o')} as takes_part, exists (select from plan_signature s where s.plan_id = p.id and s.organisation_id = o.id) as has_signed from organisation o where o.withdrawn_at is null) o
         where o.takes_part or o.has_signed order by lower(o.name) limit 2000`,
      ),
      sponsors: jsonList(Sponsor, 's', { organisationName: 'o.name', personName: nameOf('s.person_id') }, 'from plan_sponsor s join organisation o on o.id = s.organisation_id where s.plan_id = p.id order by lower(o.name), s.id limit 200'),
      approval: approvalOf('p.id'),
      boards: boardsOf('p.id'),
      coProduction: stepsOf('plan_id', 'p.id'),
    },
    'from plan p where p.id = $1 and p.withdrawn_at is null',
  ),
);
