import { Injectable } from '@nestjs/common';
import type { supplyRoutes } from '@followthrough/contracts';
import { checkEnd, checkRelease } from '@followthrough/domain';
import { type EntityManager, IsNull } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { employed, isTheirEmployer } from './employed';
import { ReleaseRow } from './release.row';
import { shown } from './supply';

/** Any lead may ask for somebody's time; their own organisation alone gives it. What was said stays: a release ends, or is withdrawn. */
@Injectable()
export class Releases {
  constructor(private readonly writes: Writes) {}

  /** Asked for by the employer itself it is confirmed with that: nobody else would have to be asked. */
  ask(asked: Asked<typeof supplyRoutes.release>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db, actor } = transaction;
      const person = await employed(db, asked.params.id);
      refuse(checkRelease(asked.body, await db.findBy(ReleaseRow, { personId: person.id, withdrawnAt: IsNull() })));
      await db.insert(ReleaseRow, { personId: person.id, ...asked.body, ...(person.isOurs ? confirmedBy(actor.personId) : {}) });
      return shown(transaction, person.id);
    });
  }

  confirm(asked: Asked<typeof supplyRoutes.confirm>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db, actor } = transaction;
      const person = await employed(db, asked.params.id);
      const release = await standing(db, person.id, asked.params.release);
      isTheirEmployer(person);
      if (release.state === 'confirmed') throw new Refusal('already_done');
      await db.update(ReleaseRow, { id: release.id }, confirmedBy(actor.personId));
      return shown(transaction, person.id);
    });
  }

  /** A request is declined or taken back; what was confirmed ends on a day, or is taken back whole before it begins. */
  end(asked: Asked<typeof supplyRoutes.end>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db, actor } = transaction;
      const person = await employed(db, asked.params.id);
      const release = await standing(db, person.id, asked.params.release);
      const { lastOn } = asked.body;
      if (!(release.state === 'requested' && release.requestedBy === actor.personId)) isTheirEmployer(person);
      if (release.state === 'confirmed') refuse(checkEnd(release, lastOn));
      await db.update(ReleaseRow, { id: release.id }, release.state === 'requested' || lastOn < release.fromOn ? { withdrawnAt: () => 'now()' } : { toOn: lastOn });
      return shown(transaction, person.id);
    });
  }
}

const confirmedBy = (personId: string | null) => ({ state: 'confirmed' as const, confirmedBy: personId, confirmedAt: () => 'now()' });

async function standing(db: EntityManager, personId: string, id: string): Promise<ReleaseRow> {
  const release = await db.findOneBy(ReleaseRow, { id, personId, withdrawnAt: IsNull() });
  if (!release) throw new Refusal('not_found');
  return release;
}
