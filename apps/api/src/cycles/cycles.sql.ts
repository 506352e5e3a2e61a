import { Cadence, Cycle, CycleAction, CycleDesk, CyclePerson, MeetingBoard, Reopening } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { hasAccount, nameOf } from '../kernel/person';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';
import { askedOf, owedIn } from './published';

/** What is shown of a cycle `y` beside its columns. */
export const shownCycle = {
  boardName: '(select b.name from board b where b.id = y.board_id)',
  frozenByName: nameOf('y.frozen_by'),
  publishedByName: nameOf('y.published_by'),
  reopenings: jsonList(Reopening, 'r', { reopenedByName: nameOf('r.reopened_by'), frozenByName: nameOf('r.frozen_by') }, 'from cycle_reopening r where r.cycle_id = y.id order by r.edition'),
};

/** Who is asked in the open cycle, each with what is owed and what came. $1 plan. */
const ASKED = `
  asked as materialized (
    select a.id, a.ref, a.title, ${askedOf('a')} as person_id, ${owedIn('a')} as owed, case when u.reported_at >= c.counts_from then u.as_of end as reported_on
    from reporting_cycle c join action a on a.plan_id = c.plan_id and a.withdrawn_at is null left join status_update u on u.id = a.last_update_id
    where c.plan_id = $1 and c.state = 'open' and (${isOpen('a')} or u.reported_at >= c.counts_from)
  ),
  person_asked as materialized (
    select person_id, count(*) filter (where owed) as owed, count(*) filter (where reported_on is not null) as reported from asked where owed or reported_on is not null group by person_id
  )`;

const person = {
  name: nameOf('w.person_id'),
  organisationName: '(select o.name from person p join organisation o on o.id = p.organisation_id where p.id = w.person_id)',
  hasAccount: hasAccount('w.person_id'),
  hasEmail: 'exists (select from person p where p.id = w.person_id and p.email is not null)',
  lastChasedOn: '(select max(h.chased_on) from chase h where h.person_id = w.person_id)',
  actions: jsonList(CycleAction, 'x', {}, 'from asked x where x.person_id is not distinct from w.person_id and (x.owed or x.reported_on is not null) order by x.owed desc, x.ref limit 50'),
};

/** $1 plan. */
export const cycleDesk = statement(
  'cycles.desk',
  `with ${ASKED}
   select to_json(t)::text as answer from (select ${columns(CycleDesk, 'p', {
     planId: 'p.id',
     planTitle: 'p.title',
     today: 'today()',
     cadence: `(select to_json(k) from (select ${columns(Cadence, 'k')} from reporting_cadence k where k.plan_id = p.id) k)`,
     boards: jsonList(MeetingBoard, 'b', { meetings: `(select coalesce(json_agg(m.held_on order by m.held_on), '[]') from (select m.held_on from board_meeting m where m.board_id = b.id order by m.held_on desc limit 500) m)` }, 'from board b where b.retired_on is null order by not exists (select from plan_board l where l.plan_id = p.id and l.board_id = b.id), lower(b.name) limit 500'),
     reported: '(select count(*) from asked where reported_on is not null)',
     owed: '(select count(*) from asked where owed)',
     excused: '(select count(*) from asked where not owed and reported_on is null)',
     people: jsonList(CyclePerson, 'w', person, 'from person_asked w order by w.owed = 0, w.owed desc, w.person_id limit 500'),
     items: jsonList(Cycle, 'y', shownCycle, 'from reporting_cycle y where y.plan_id = p.id order by y.opens_on desc limit 500'),
   })} from plan p where p.id = $1 and p.withdrawn_at is null) t`,
);
