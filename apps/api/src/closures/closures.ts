import { Injectable } from '@nestjs/common';
import type { ClosureState, Disposition, FieldRefusal, closureRoutes } from '@followthrough/contracts';
import { checkAcceptance, checkAnswer, checkEnding, checkEvidenceItem, checkLook, checkReopening, checkReturn, checkSupersession, checkTransfer, type Claimed, type Looking, londonDay } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Refusal } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { closingFacts, closurePage, embed, lookFacts, putBack } from './closures.sql';
import { keepEvidence } from './evidence';

interface Facts extends Omit<Claimed, 'personId'> {
  readonly disposition: Disposition | null;
}

/** How actions end: verified by a second person and seen to hold, or transferred, stopped, superseded. The rules are the domain's; the triggers have the last word. */
@Injectable()
export class Closures {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  show(asked: Asked<typeof closureRoutes.show>): Promise<string> {
    return this.reads.answer(asked, closurePage, [asked.params.id]);
  }

  give(asked: Asked<typeof closureRoutes.give>): Promise<string> {
    const { id } = asked.params;
    return this.writes.transact(asked, async ({ db, answer }) => {
      await factsOf(db, id);
      refuse(checkEvidenceItem(asked.body));
      await keepEvidence(db, [{ actionId: id, given: [asked.body], updateId: null, field: (name) => name }]);
      return answer(closurePage, [id]);
    });
  }

  accept(asked: Asked<typeof closureRoutes.accept>): Promise<string> {
    const { id } = asked.params;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      refuse(checkAcceptance({ ...(await factsOf(db, id)), personId: actor.personId }));
      await step(db, id, 'accepted', { reason: asked.body.reason ?? null });
      return answer(closurePage, [id]);
    });
  }

  turnBack(asked: Asked<typeof closureRoutes.turnBack>): Promise<string> {
    const { id } = asked.params;
    const { reason } = asked.body;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      refuse(checkReturn({ ...(await factsOf(db, id)), personId: actor.personId }));
      await step(db, id, 'returned', { reason });
      await db.query(putBack, [id, `Returned to the owner: ${reason}`]);
      return answer(closurePage, [id]);
    });
  }

  look(asked: Asked<typeof closureRoutes.look>): Promise<string> {
    const { result, seen } = asked.body;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const [look] = await db.query<(Pick<Looking, 'months' | 'dueOn' | 'done' | 'earlier'> & { readonly actionId: string })[]>(lookFacts, [asked.params.id]);
      if (!look) throw new Refusal('not_found');
      const id = look.actionId;
      refuse(checkLook({ ...(await factsOf(db, id)), ...look, personId: actor.personId }, result, londonDay(new Date())));
      // The step that follows from what was seen is written by trigger.
      await db.query('update sustain_check set result = $2, seen = $3 where id = $1', [asked.params.id, result, seen]);
      if (result === 'not_held') await db.query(putBack, [id, `Looked at after ${look.months} months: it has not held. ${seen}`]);
      else if (look.months === 6) await db.query(embed, [id, seen]);
      return answer(closurePage, [id]);
    });
  }

  reopen(asked: Asked<typeof closureRoutes.reopen>): Promise<string> {
    const { id } = asked.params;
    const { reason } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const facts = await factsOf(db, id);
      refuse(checkReopening(facts));
      await step(db, id, 'reopened', { reason });
      // What was stopped, transferred or superseded never said that it was done.
      if (facts.state === 'claimed' || facts.disposition === 'done') await db.query(putBack, [id, `Opened again: ${reason}`]);
      return answer(closurePage, [id]);
    });
  }

  offer(asked: Asked<typeof closureRoutes.offer>): Promise<string> {
    const { id } = asked.params;
    const { programmeId = null, receiver = null, newOwner, reason } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      refuse([...checkEnding(await factsOf(db, id)), ...checkTransfer(asked.body)]);
      await db.query('insert into transfer (action_id, programme_id, receiver, new_owner, reason) values ($1, $2, $3, $4, $5)', [id, programmeId, receiver, newOwner, reason]);
      return answer(closurePage, [id]);
    });
  }

  answerOffer(asked: Asked<typeof closureRoutes.answerOffer>): Promise<string> {
    const { state, answeredBy = null, note = null } = asked.body;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const [transfer] = await db.query<{ actionId: string; offeredById: string | null; state: string; reason: string }[]>('select action_id as "actionId", offered_by as "offeredById", state, reason from transfer where id = $1', [asked.params.id]);
      if (!transfer) throw new Refusal('not_found');
      const id = transfer.actionId;
      const facts = await factsOf(db, id);
      if (transfer.state !== 'offered') throw new Refusal('already_done');
      refuse([...checkAnswer(asked.body, { personId: actor.personId, ownerId: facts.ownerId, offeredById: transfer.offeredById }), ...(state === 'accepted' ? checkEnding(facts) : [])]);
      await db.query('update transfer set state = $2, answered_by = $3, note = $4 where id = $1', [asked.params.id, state, answeredBy, note]);
      if (state === 'accepted') await step(db, id, 'transferred', { reason: transfer.reason, agreedBy: answeredBy, transferId: asked.params.id });
      return answer(closurePage, [id]);
    });
  }

  stop(asked: Asked<typeof closureRoutes.stop>): Promise<string> {
    const { id } = asked.params;
    return this.writes.transact(asked, async ({ db, answer }) => {
      refuse(checkEnding(await factsOf(db, id)));
      await step(db, id, 'stopped', asked.body);
      return answer(closurePage, [id]);
    });
  }

  supersede(asked: Asked<typeof closureRoutes.supersede>): Promise<string> {
    const { id } = asked.params;
    const { byActionId, reason } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const facts = await factsOf(db, id);
      const [by] = await db.query<{ disposition: Disposition | null }[]>('select disposition from action where id = $1 and id <> $2 and withdrawn_at is null for share', [byActionId, id]);
      refuse([...checkEnding(facts), ...checkSupersession(by ?? null)]);
      await step(db, id, 'superseded', { reason, byActionId });
      return answer(closurePage, [id]);
    });
  }
}

/** A rule that belongs to no field is the refusal's own sentence. */
function refuse(found: readonly FieldRefusal[]): void {
  const [first] = found;
  if (first) throw new Refusal('rule', first.field === '' ? { detail: `${first.message}.` } : { fields: found });
}

async function factsOf(db: EntityManager, id: string): Promise<Facts> {
  const [facts] = await db.query<Facts[]>(closingFacts, [id]);
  if (!facts) throw new Refusal('not_found');
  return facts;
}

interface Said {
  readonly reason?: string | null;
  readonly agreedBy?: string | null;
  readonly byActionId?: string;
  readonly transferId?: string;
}

/** One step more. Who takes it and when is PostgreSQL's to say. */
async function step(db: EntityManager, id: string, state: ClosureState, { reason = null, agreedBy = null, byActionId, transferId }: Said): Promise<void> {
  await db.query('insert into closure (action_id, state, reason, agreed_by, by_action_id, transfer_id) values ($1, $2, $3, $4, $5, $6)', [id, state, reason, agreedBy, byActionId ?? null, transferId ?? null]);
}
