import { factsOf } from '../loads/published';
import { statement } from '../kernel/statement';
import { postsEnding, skillsHeld, teamsWanting } from './held.sql';

/** Open work and who gives what, with who can do what. $1: how many months, $2: whether refs and titles are asked for. */
export const capabilityFacts = statement(
  'capability.facts',
  `select json_build_object('loads', (select l.answer::json from (${factsOf.organisation.text}) l), 'skills', ${skillsHeld}, 'posts', ${postsEnding}, 'teams', ${teamsWanting})::text as answer`,
);
