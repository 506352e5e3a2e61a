import { type ProblemCode } from '@followthrough/contracts';
import { Refusal } from './refusal';

/** What the database refuses, said as we say it. Constraints have the last word when two requests race. */
const BY_CONSTRAINT: Readonly<Record<string, { readonly code: ProblemCode; readonly field: string; readonly message: string }>> = {
  organisation_name: { code: 'name_taken', field: 'name', message: 'There is already an organisation with that name' },
  person_email: { code: 'name_taken', field: 'email', message: 'Somebody here already has that e-mail address' },
  action_ref: { code: 'name_taken', field: 'ref', message: 'Another action of this plan has that ref' },
  finding_ref: { code: 'name_taken', field: 'ref', message: 'Another finding of this review has that ref' },
  framework_edition: { code: 'name_taken', field: 'edition', message: 'There is already a version with that name' },
  plan_title: { code: 'name_taken', field: 'title', message: 'There is already a plan with that title' },
  cause_text: { code: 'name_taken', field: 'text', message: 'That cause is known here already: choose it instead' },
  measure_title: { code: 'name_taken', field: 'title', message: 'There is already a measure with that title' },
  board_name: { code: 'name_taken', field: 'name', message: 'There is already a board with that name' },
  programme_name: { code: 'name_taken', field: 'name', message: 'There is already a programme with that name' },
  skill_name: { code: 'name_taken', field: 'name', message: 'There is already a skill with that name' },
  scenario_name: { code: 'name_taken', field: 'name', message: 'There is already a scenario with that name' },
  team_name: { code: 'name_taken', field: 'name', message: 'There is already a team with that name' },
  status_word_word: { code: 'name_taken', field: 'word', message: 'Another status has that word' },
};

interface DatabaseError {
  readonly code?: string;
  readonly constraint?: string;
  readonly message: string;
  readonly driverError?: DatabaseError;
}

export function translated(thrown: unknown): unknown {
  if (thrown instanceof Refusal || typeof thrown !== 'object' || thrown === null) return thrown;
  const error = (thrown as DatabaseError).driverError ?? (thrown as DatabaseError);
  const known = error.constraint ? BY_CONSTRAINT[error.constraint] : undefined;
  switch (error.code) {
    case 'FT401':
      return new Refusal('sign_in_needed');
    case 'FT404':
      return new Refusal('not_found');
    case 'FT409':
      return new Refusal('already_done');
    case 'FT410':
      return new Refusal('link_expired');
    case 'FT422':
      return new Refusal('rule', { detail: error.message });
    case '23505':
      return known ? new Refusal(known.code, { fields: [{ field: known.field, code: 'rule', message: known.message }] }) : new Refusal('already_done');
    case '23P01':
      // Two at once, each without seeing the other; the rule of the domain names what it sees.
      return new Refusal('rule', { fields: [{ field: 'fromOn', code: 'rule', message: 'Somebody has just entered the same days' }] });
    case '23503':
      // A key that points at nothing in this locality: made up, withdrawn, or somebody else's.
      return new Refusal('rule', { detail: 'Something that this refers to is not here' });
    case '23514':
      return new Refusal('rule', { detail: `The rule “${(error.constraint ?? 'of the plan').replaceAll('_', ' ')}” would be broken` });
    case '40001':
    case '40P01':
    case '55P03':
      return new Refusal('unavailable');
    default:
      return thrown;
  }
}
