import { Injectable } from '@nestjs/common';
import type { roundRoutes } from '@followthrough/contracts';
import { checkClosing, checkPartners, checkRound, FEWEST_PARTNERS } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { because } from '../kernel/because';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { DiagnosisRoundRow } from './diagnosis-round.row';
import { roundPage } from './rounds.sql';

/** A kept answer has its asker beside it, and an unrevealed view has no author anywhere: an answer that may hold one, also of a cancelled round, is not kept. */
export const UNKEPT = true;
export const CANCELLED = 'The round was cancelled: its page says why';

/** Rounds as those who keep the diagnosis open, change and reveal them. What anybody sees of a view is PostgreSQL's to say. */
@Injectable()
export class Rounds {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  page(asked: Asked<typeof roundRoutes.page>): Promise<string> {
    return this.reads.answer(asked, roundPage, [asked.params.id]);
  }

  open(asked: Asked<typeof roundRoutes.open>): Promise<string> {
    const findingId = asked.params.id;
    const { closesOn, organisationIds } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const [finding] = await db.query<unknown[]>('select id from finding where id = $1 and withdrawn_at is null for update', [findingId]);
      if (!finding) throw new Refusal('not_found');
      refuse(checkRound({ closesOn, partners: new Set(organisationIds).size }, await today(db)));
      if (await isOpened(db, findingId, closesOn, organisationIds)) return answer(roundPage, [findingId]);
      const { identifiers } = await db.insert(DiagnosisRoundRow, { findingId, closesOn });
      await invite(db, String(identifiers[0]?.['id']), organisationIds, 'organisationIds');
      return answer(roundPage, [findingId]);
    }, UNKEPT);
  }

  edit(asked: Asked<typeof roundRoutes.edit>): Promise<string> {
    const { addPartners = [], removePartners = [], ...edit } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, DiagnosisRoundRow, asked.params.id, edit);
      if (merged.changes.closesOn) refuse(checkClosing(merged.changes.closesOn, await today(db)));
      await write(db, DiagnosisRoundRow, merged);
      const { id, findingId } = merged.current;
      await release(db, id, removePartners);
      await invite(db, id, addPartners, 'addPartners');
      const [{ many } = { many: 0 }] = await db.query<{ many: number }[]>('select count(*)::integer as many from round_partner where round_id = $1', [id]);
      refuse(checkPartners(many, many < FEWEST_PARTNERS ? 'removePartners' : 'addPartners'));
      return answer(roundPage, [findingId]);
    }, UNKEPT);
  }

  reveal(asked: Asked<typeof roundRoutes.reveal>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const round = await locked(db, asked.params.id);
      if (round.cancelledAt) throw new Refusal('rule', { detail: CANCELLED });
      if (!round.revealedAt) await db.update(DiagnosisRoundRow, { id: round.id }, { revealedAt: new Date() });
      return answer(roundPage, [round.findingId]);
    }, UNKEPT);
  }

  /** The views in it stay as they are, seen by those who wrote them alone. PostgreSQL refuses it once they are revealed. */
  cancel(asked: Asked<typeof roundRoutes.cancel>): Promise<string> {
    const { reason } = asked.body;
    return this.writes.transact(asked, async ({ db, actor, answer }) => {
      const round = await locked(db, asked.params.id);
      if (round.revealedAt) throw new Refusal('rule', { detail: 'The views are revealed: the round cannot be cancelled any more' });
      if (round.cancelledAt && round.cancelledBecause !== reason) throw new Refusal('already_done');
      if (round.cancelledAt) return answer(roundPage, [round.findingId]);
      await because(db, reason);
      await db.update(DiagnosisRoundRow, { id: round.id }, { cancelledAt: new Date(), cancelledBy: actor.personId, cancelledBecause: reason });
      return answer(roundPage, [round.findingId]);
    }, UNKEPT);
  }
}

/** The same was asked before, as after a lost connection. */
async function isOpened(db: EntityManager, findingId: string, closesOn: string, organisationIds: readonly string[]): Promise<boolean> {
  const found = await db.query<unknown[]>(
    `select r.id from diagnosis_round r where r.finding_id = $1 and r.closes_on = $2 and r.cancelled_at is null and not round_is_revealed(r.id)
       and array(select o.organisation_id from round_partner o where o.round_id = r.id order by 1) = array(select distinct x from unnest($3::uuid[]) x order by 1)`,
    [findingId, closesOn, organisationIds],
  );
  return found.length > 0;
}

async function locked(db: EntityManager, id: string): Promise<DiagnosisRoundRow> {
  const round = await db.createQueryBuilder(DiagnosisRoundRow, 'r').where('r.id = :id', { id }).setLock('pessimistic_write').getOne();
  if (!round) throw new Refusal('not_found');
  return round;
}

/** Asks these partners, all of them or none. */
async function invite(db: EntityManager, roundId: string, organisationIds: readonly string[], field: string): Promise<void> {
  if (organisationIds.length === 0) return;
  const here = await db.query<unknown[]>('select id from organisation where id = any ($1::uuid[]) and withdrawn_at is null for share', [organisationIds]);
  if (here.length < new Set(organisationIds).size) throw refuseField(field, 'One of these organisations is not here');
  await db.query('insert into round_partner (round_id, organisation_id) select $1, o.id from unnest($2::uuid[]) o(id) on conflict do nothing', [roundId, organisationIds]);
}

/** Asks these partners no longer. What one has written stays in the round, so it stays asked. */
async function release(db: EntityManager, roundId: string, organisationIds: readonly string[]): Promise<void> {
  if (organisationIds.length === 0) return;
  const [written] = await db.query<{ name: string }[]>('select o.name from organisation o where o.id = any ($2::uuid[]) and o.id in (select round_written($1)) order by o.name', [roundId, organisationIds]);
  if (written) throw refuseField('removePartners', `${written.name} has written its view already: it stays in the round`);
  await db.query('delete from round_partner where round_id = $1 and organisation_id = any ($2::uuid[])', [roundId, organisationIds]);
}
