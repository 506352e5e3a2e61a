import { PUBLISHED_STAYS } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { Refusal, refuseField } from '../kernel/refusal';
import { SummitRow } from './summit.row';

/** A summit, held until the transaction ends, that may still be changed; `version` where it matters from which it is. */
export async function summitToChange(db: EntityManager, id: string, version?: number): Promise<SummitRow> {
  const summit = await heldSummit(db, id, version);
  if (summit.state === 'published') throw new Refusal('rule', { detail: PUBLISHED_STAYS });
  return summit;
}

/** A summit in any state, held until the transaction ends. */
export async function heldSummit(db: EntityManager, id: string, version?: number): Promise<SummitRow> {
  const summit = await db.createQueryBuilder(SummitRow, 's').where('s.id = :id', { id }).setLock('pessimistic_write').getOne();
  if (!summit) throw new Refusal('not_found');
  if (version !== undefined && version > summit.version) throw new Refusal('bad_input', { fields: [{ field: 'version', code: 'too_large', message: 'That version does not exist yet' }] });
  if (version !== undefined && version < summit.version) throw new Refusal('stale', { detail: 'The summit was changed meanwhile. Look at it again before going on.', conflict: { version: summit.version, fields: [] } });
  return summit;
}

/** Refuses at a field what is not here: made up, withdrawn, or another locality's. */
export async function checkHere(db: EntityManager, what: 'finding' | 'organisation' | 'person', ids: readonly string[], field: string): Promise<readonly string[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return wanted;
  const known = await db.query<unknown[]>(`select id from ${what} where id = any($1) and withdrawn_at is null`, [wanted]);
  if (known.length < wanted.length) throw refuseField(field, `A ${what} is not here`);
  return wanted;
}
