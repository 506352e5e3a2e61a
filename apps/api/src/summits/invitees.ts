import { Inject, Injectable } from '@nestjs/common';
import type { InvitationsSent, inviteeRoutes } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import { ENV, type Env } from '../env';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Refusal, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { Mail } from '../mail/mail';
import { checkHere, summitToChange } from './held';
import { InviteeRow } from './invitee.row';
import { publishedEvent, summitLetter, type ToTell } from './summit-letter';
import { markTold, onePage, toldOne, toTell, wholeEvent } from './summits.sql';

/** Who is asked to a summit. Their calendars are told in one step, and told again when day, times or place change. */
@Injectable()
export class Invitees {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly mail: Mail,
    @Inject(ENV) private readonly env: Env,
  ) {}

  invite(asked: Asked<typeof inviteeRoutes.invite>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: summitId } = asked.params;
      await summitToChange(db, summitId);
      const wanted = await checkHere(db, 'person', asked.body.personIds, 'personIds');
      if (wanted.length === 0) throw refuseField('personIds', 'Choose who to ask');
      await db.query('insert into invitee (summit_id, person_id) select $1, unnest($2::uuid[]) on conflict do nothing', [summitId, wanted]);
      const [{ many } = { many: 0 }] = await db.query<{ many: number }[]>('select count(*)::integer as many from invitee where summit_id = $1', [summitId]);
      if (many > 500) throw refuseField('personIds', 'At most 500 people are asked to a summit');
      return answer(onePage, [summitId]);
    });
  }

  send(asked: Asked<typeof inviteeRoutes.send>): Promise<string> {
    const { id } = asked.params;
    return this.writes.transact(asked, async ({ db }) => {
      const { state } = await summitToChange(db, id, asked.body.version);
      if (state !== 'draft' && state !== 'open') throw new Refusal('rule', { detail: 'The summit is over: nobody is asked to it any more.' });
      const waiting = await db.query<ToTell[]>(toTell, [id]);
      const reachable = waiting.filter((one) => one.email);
      await db.query(markTold, [reachable.map((one) => one.id)]);
      await this.mail.post(db, reachable.map((one) => summitLetter('REQUEST', one, this.place(asked.params.locality, id))));
      return JSON.stringify({ sent: reachable.length, withoutEmail: waiting.length - reachable.length } satisfies InvitationsSent);
    });
  }

  remove(asked: Asked<typeof inviteeRoutes.remove>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, summitId, told } = await inviteeToChange(db, asked.params.id);
      const [one] = told === null ? [] : await db.query<ToTell[]>(toldOne, [id]);
      if (one?.email) await this.mail.post(db, [summitLetter('CANCEL', one, this.place(asked.params.locality, summitId))]);
      await db.delete(InviteeRow, { id });
      return answer(onePage, [summitId]);
    });
  }

  note(asked: Asked<typeof inviteeRoutes.note>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, summitId } = await inviteeToChange(db, asked.params.id);
      await db.update(InviteeRow, { id }, { answer: asked.body.answer });
      return answer(onePage, [summitId]);
    });
  }

  answer(asked: Asked<typeof inviteeRoutes.answer>): Promise<string> {
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const { id: summitId } = asked.params;
      await summitToChange(db, summitId);
      const { affected } = await db.update(InviteeRow, { summitId, personId: actor.personId ?? '' }, { answer: asked.body.answer });
      if (!affected) throw new Refusal('not_found', { detail: 'You were not asked to this summit.' });
      return answer(onePage, [summitId]);
    });
  }

  async calendar(asked: Asked<typeof inviteeRoutes.calendar>): Promise<string> {
    const { id, locality } = asked.params;
    const { rows } = await this.reads.rows<{ answer: string }>(asked, wholeEvent, [id]);
    if (!rows[0]) throw new Refusal('not_found');
    return publishedEvent(JSON.parse(rows[0].answer) as Omit<ToTell, 'id'>, this.place(locality, id));
  }

  private place(locality: string, summitId: string) {
    return { url: `${this.env.publicUrl}/${locality}/summits/${summitId}`, uid: `${summitId}@${new URL(this.env.publicUrl).hostname}`, from: this.env.mailFrom };
  }
}

async function inviteeToChange(db: EntityManager, id: string): Promise<InviteeRow> {
  const invitee = await db.findOneBy(InviteeRow, { id });
  if (!invitee) throw new Refusal('not_found');
  await summitToChange(db, invitee.summitId);
  return invitee;
}
