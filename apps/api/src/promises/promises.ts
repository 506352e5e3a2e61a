import { Injectable } from '@nestjs/common';
import type { promiseRoutes } from '@followthrough/contracts';
import { checkConfirmedMoney, checkEnd, checkPromise } from '@followthrough/domain';
import { type EntityManager, IsNull } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { isOurs } from '../supply/published';
import { PromiseRow } from './promise.row';
import { organisationPromises, promisePage } from './promises.sql';
import { organisationRead, pageRead } from './signs';

/** Any lead may ask for a promise; an organisation alone makes it. What was promised stays: it ends, or is taken back. */
@Injectable()
export class Promises {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  async page(asked: Asked<typeof promiseRoutes.page>): Promise<string> {
    return pageRead(await this.reads.answer(asked, promisePage));
  }

  async organisation(asked: Asked<typeof promiseRoutes.organisation>): Promise<string> {
    return organisationRead(await this.reads.answer(asked, organisationPromises, [asked.params.id]));
  }

  /** Said by the organisation itself it is confirmed with that: nobody else would have to be asked. */
  ask(asked: Asked<typeof promiseRoutes.ask>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db, actor } = transaction;
      const promiser = await held(db, asked.params.id);
      const { planId = null, minutes = null, money = null, sponsorPersonId = null, toOn = null, fromOn } = asked.body;
      refuse(checkPromise({ planId, minutes, money, sponsorPersonId, fromOn, toOn }, await db.findBy(PromiseRow, { organisationId: promiser.id, withdrawnAt: IsNull() })));
      if (planId !== null && (await db.query<unknown[]>('select from plan where id = $1 and withdrawn_at is null', [planId])).length === 0) throw refuseField('planId', 'That plan is not here');
      await checkSponsor(db, promiser, sponsorPersonId);
      await db.insert(PromiseRow, { organisationId: promiser.id, planId, minutes, money, sponsorPersonId, fromOn, toOn, ...(promiser.isOurs ? confirmedBy(actor.personId) : {}) });
      return shown(transaction, promiser.id);
    });
  }

  confirm(asked: Asked<typeof promiseRoutes.confirm>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db, actor } = transaction;
      const { promise, promiser } = await standing(db, asked.params.id);
      isTheirs(promiser);
      if (promise.state === 'confirmed') throw new Refusal('already_done');
      await db.update(PromiseRow, { id: promise.id }, confirmedBy(actor.personId));
      return shown(transaction, promiser.id);
    });
  }

  edit(asked: Asked<typeof promiseRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      const { promise, promiser } = await standing(db, asked.params.id);
      isTheirs(promiser);
      const { moneyConfirmed, sponsorPersonId } = asked.body;
      if (moneyConfirmed !== undefined) refuse(checkConfirmedMoney(moneyConfirmed, promise.money));
      if (sponsorPersonId === null && promise.minutes === null && promise.money === null) throw refuseField('sponsorPersonId', 'This promise is of a sponsor alone: name another, or end it');
      await checkSponsor(db, promiser, sponsorPersonId ?? null);
      await write(db, PromiseRow, await merge(db, PromiseRow, promise.id, asked.body));
      return shown(transaction, promiser.id);
    });
  }

  /** A request is declined or taken back; a promise ends on a day, or is taken back whole before it begins. */
  end(asked: Asked<typeof promiseRoutes.end>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db, actor } = transaction;
      const { promise, promiser } = await standing(db, asked.params.id);
      const { lastOn } = asked.body;
      if (!(promise.state === 'requested' && promise.requestedBy === actor.personId)) isTheirs(promiser);
      if (promise.state === 'confirmed') refuse(checkEnd(promise, lastOn));
      await db.update(PromiseRow, { id: promise.id }, promise.state === 'requested' || lastOn < promise.fromOn ? { withdrawnAt: () => 'now()' } : { toOn: lastOn });
      return shown(transaction, promiser.id);
    });
  }
}

interface Promiser {
  readonly id: string;
  readonly name: string;
  readonly isOurs: boolean;
}

/** The organisation, held until the transaction ends, so that two promises of it come one after the other. */
async function held(db: EntityManager, id: string): Promise<Promiser> {
  const [found] = await db.query<unknown[]>('select from organisation o where o.id = $1 and o.withdrawn_at is null for no key update', [id]);
  if (!found) throw new Refusal('not_found');
  const [promiser] = await db.query<Promiser[]>(`select o.id, o.name, ${isOurs('k')} as "isOurs" from organisation o cross join lateral (select o.id as organisation_id) k where o.id = $1`, [id]);
  if (!promiser) throw new Refusal('not_found');
  return promiser;
}

async function standing(db: EntityManager, id: string): Promise<{ readonly promise: PromiseRow; readonly promiser: Promiser }> {
  const found = await db.findOneBy(PromiseRow, { id, withdrawnAt: IsNull() });
  if (!found) throw new Refusal('not_found');
  const promiser = await held(db, found.organisationId);
  const promise = await db.findOneBy(PromiseRow, { id, withdrawnAt: IsNull() });
  if (!promise) throw new Refusal('not_found');
  return { promise, promiser };
}

/** Refuses whoever is no lead of the organisation, and says whose it is. */
function isTheirs({ isOurs: theirs, name }: Promiser): void {
  if (!theirs) throw new Refusal('rule', { detail: `This is for ${name} to say: only a lead of ${name} can do this` });
}

async function checkSponsor(db: EntityManager, { id, name }: Promiser, sponsorPersonId: string | null): Promise<void> {
  if (sponsorPersonId === null) return;
  const found = await db.query<unknown[]>('select from person p where p.id = $1 and p.organisation_id = $2 and p.withdrawn_at is null and p.expected_on is null', [sponsorPersonId, id]);
  if (found.length === 0) throw refuseField('sponsorPersonId', `A sponsor is somebody of ${name} itself`);
}

const confirmedBy = (personId: string | null) => ({ state: 'confirmed' as const, confirmedBy: personId, confirmedAt: () => 'now()' });
const shown = async ({ answer }: Transaction, id: string): Promise<string> => organisationRead(await answer(organisationPromises, [id]));
