import { type Deed, type Role, type Route } from '@followthrough/contracts';
import { may } from '@followthrough/domain';
import { Refusal } from './refusal';

/** Who is asking, in the locality they ask about. `personId` and the rest are null where the route has no locality. */
export interface Actor {
  readonly userId: string;
  readonly userName: string;
  readonly localityId: string | null;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly roles: readonly Role[];
}

/** The row of `enter(session, locality, request)`, as PostgreSQL has it. */
export interface Entered {
  readonly user_id: string;
  readonly user_name: string;
  readonly locality_id: string | null;
  readonly person_id: string | null;
  readonly organisation_id: string | null;
  readonly roles: Role[];
}

export const ENTER = { name: 'enter', text: 'select * from enter($1, $2, $3)' } as const;

/** For routes that anyone may ask: notes who is asking if they are signed in, and refuses nobody. */
export const GREET = { name: 'greet', text: 'select greet($1, $2)' } as const;

export function actorOf(entered: Entered): Actor {
  return { userId: entered.user_id, userName: entered.user_name, localityId: entered.locality_id, personId: entered.person_id, organisationId: entered.organisation_id, roles: entered.roles };
}

/** Refuses an actor who may not do what the route is for. */
export function permit(actor: Actor, deed: Route['may']): void {
  if (deed === 'anyone' || deed === 'signed_in') return;
  // A room's guests come in by a door of their own; nobody does through this one.
  if (deed === 'guest') throw new Refusal('join_needed');
  if (!may(actor, deed satisfies Deed)) throw new Refusal('not_permitted');
}
