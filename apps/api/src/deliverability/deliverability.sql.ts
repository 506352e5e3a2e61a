import { postsEnding, skillsHeld } from '../capability/published';
import { ME } from '../demand/published';
import { statement } from '../kernel/statement';
import { factsOf, list } from '../loads/published';
import { commitmentFacts, commitmentLinesHere } from '../promises/published';

/**
 * All that the verdicts are made of: open work of the whole locality, because what else lies at the same people is what makes
 * them over. $1: how many months, $2: true, that work is named, $3: a plan, or null for all; $4: an action, or null.
 * `chosen`: what is asked for, null for all. Nothing where the plan or the action is not there.
 */
export const deliverabilityFacts = statement(
  'deliverability.facts',
  `with ${ME}, ${commitmentFacts()}
   select json_build_object(
     'loads', (select l.answer::json from (${factsOf.organisation.text}) l), 'skills', ${skillsHeld}, 'posts', ${postsEnding},
     'commitment', ${list('select f.organisation_id as "organisationId", f.facts from commitment f')}, 'lines', ${commitmentLinesHere},
     'chosen', case when $3::uuid is not null then (select coalesce(json_agg(a.id), '[]') from action a where a.plan_id = $3::uuid and a.withdrawn_at is null) when $4::uuid is not null then json_build_array($4::uuid) end
   )::text as answer
   where ($3::uuid is null or exists (select from plan p where p.id = $3::uuid)) and ($4::uuid is null or exists (select from action a where a.id = $4::uuid and a.withdrawn_at is null))`,
);
