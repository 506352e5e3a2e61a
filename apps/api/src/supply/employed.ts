import type { EntityManager } from 'typeorm';
import { Refusal } from '../kernel/refusal';
import { isOurs, seesFigures } from './published';

/** Somebody as those who keep their figures need to know them. */
export interface Employed {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly sees: boolean;
  readonly isOurs: boolean;
}

/** The person, held until the transaction ends, so that two who enter days for them wait for each other. */
export async function employed(db: EntityManager, id: string): Promise<Employed> {
  const [held] = await db.query<unknown[]>('select from person p where p.id = $1 and p.withdrawn_at is null for update', [id]);
  if (!held) throw new Refusal('not_found');
  const [found] = await db.query<Employed[]>(`select p.id, p.name, (select o.name from organisation o where o.id = p.organisation_id) as organisation, ${seesFigures('p')} as sees, ${isOurs('p')} as "isOurs" from person p where p.id = $1`, [id]);
  if (!found) throw new Refusal('not_found');
  return found;
}

/** Refuses whoever is neither the person nor a lead of their employer, and says whose it is. */
export function keepsFigures({ sees, name, organisation }: Employed): void {
  if (!sees) throw new Refusal('rule', { detail: organisation ? `${name} works for ${organisation}: they themselves or a lead of ${organisation} can do this` : `${name} has no organisation here: only they themselves can do this` });
}

/** Refuses whoever is no lead of the employer, and says whose it is. */
export function isTheirEmployer({ isOurs: theirs, name, organisation }: Employed): void {
  if (!theirs) throw new Refusal('rule', { detail: organisation ? `${name} works for ${organisation}: only a lead of ${organisation} can do this` : `${name} has no organisation here: say under People where they work, then a lead of theirs can do this` });
}
