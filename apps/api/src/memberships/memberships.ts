import { Injectable } from '@nestjs/common';
import type { membershipRoutes } from '@followthrough/contracts';
import { type Access, checkAccess, checkKept } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { refuse, Refusal } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { People } from '../people/people';
import { MembershipRow } from './membership.row';

/** Who may do what here, and until when. Access ends at the next request, and somebody can always let people in. */
@Injectable()
export class Memberships {
  constructor(
    private readonly writes: Writes,
    private readonly people: People,
  ) {}

  edit(asked: Asked<typeof membershipRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      const others = await othersLocked(db, asked.params.id);
      const merged = await merge(db, MembershipRow, asked.params.id, asked.body);
      if (merged.current.endedAt) throw new Refusal('not_found');
      refuse(checkAccess(merged.next, await today(db)));
      if (merged.current.roles.includes('administrator')) refuse(checkKept([...others, merged.next]));
      await write(db, MembershipRow, merged);
      return this.people.shown(transaction, merged.current.personId);
    });
  }

  end(asked: Asked<typeof membershipRoutes.end>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      const others = await othersLocked(db, asked.params.id);
      const [going] = await db.query<{ person_id: string; roles: Access['roles'] }[]>('select person_id, roles from membership where id = $1 and ended_at is null for update', [asked.params.id]);
      if (!going) throw new Refusal('not_found');
      if (going.roles.includes('administrator')) refuse(checkKept(others));
      await db.query('update membership set ended_at = now() where id = $1', [asked.params.id]);
      return this.people.shown(transaction, going.person_id);
    });
  }
}

/** The other administrators, held until this write is through: two who remove each other would both succeed otherwise. */
async function othersLocked(db: EntityManager, id: string): Promise<readonly Access[]> {
  await db.query(`select from membership where 'administrator' = any (roles) and ended_at is null order by id for update`);
  return db.query<Access[]>(`select roles, valid_to::text as "validTo" from membership where 'administrator' = any (roles) and ended_at is null and id <> $1`, [id]);
}
