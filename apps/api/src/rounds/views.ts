import { Injectable } from '@nestjs/common';
import type { PartnerView, roundRoutes, ViewWriting } from '@followthrough/contracts';
import { checkAgreeing } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { DiagnosisRoundRow } from './diagnosis-round.row';
import { PartnerAgreementRow } from './partner-agreement.row';
import { CANCELLED, UNKEPT } from './rounds';
import { roundPage } from './rounds.sql';

/** What a partner says for itself: its own view until the reveal, and after it whether it agrees. */
@Injectable()
export class Views {
  constructor(private readonly writes: Writes) {}

  write(asked: Asked<typeof roundRoutes.write>): Promise<string> {
    const { id } = asked.params;
    const { symptom, why, cause, version } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const round = await roundNamed(db, id);
      if (round.cancelledAt) throw new Refusal('rule', { detail: CANCELLED });
      const [written] = await db.query<{ fresh: boolean }[]>('select write_view($1, $2, $3, $4, $5) as fresh', [id, symptom, why, cause, version]);
      if (!written?.fresh) throw await clash(db, id, asked.body);
      return answer(roundPage, [round.findingId]);
    }, UNKEPT);
  }

  agree(asked: Asked<typeof roundRoutes.agree>): Promise<string> {
    const { id } = asked.params;
    const { stance, reason = null } = asked.body;
    return this.writes.transact(asked, async ({ db, actor, answer }) => {
      const { findingId, cancelledAt } = await roundNamed(db, id);
      if (cancelledAt) throw new Refusal('rule', { detail: CANCELLED });
      refuse(checkAgreeing(asked.body));
      const [said] = await db.query<{ revealed: boolean; asked: boolean; about: string | null }[]>(
        `select round_is_revealed($1) as revealed, exists (select from round_partner p where p.round_id = $1 and p.organisation_id = $2) as asked, (select d.agreed_text from diagnosis d where d.finding_id = $3) as about`,
        [id, actor.organisationId, findingId],
      );
      if (!said?.asked || !actor.organisationId) throw new Refusal('rule', { detail: 'Your organisation is not asked in this round' });
      if (!said.revealed) throw new Refusal('rule', { detail: 'Partners agree or disagree when the views are revealed' });
      if (!said.about) throw new Refusal('rule', { detail: 'There is no agreed text yet: write in the diagnosis what is wrong, and why' });
      await db.upsert(PartnerAgreementRow, { roundId: id, organisationId: actor.organisationId, stance, reason: stance === 'agree' ? null : reason, about: said.about }, ['localityId', 'roundId', 'organisationId']);
      return answer(roundPage, [findingId]);
    }, UNKEPT);
  }
}

async function roundNamed(db: EntityManager, id: string): Promise<DiagnosisRoundRow> {
  const round = await db.findOneBy(DiagnosisRoundRow, { id });
  if (!round) throw new Refusal('not_found');
  return round;
}

/** A colleague changed it meanwhile. No history is kept of a view, so what it was before is not said, nor by whom. */
async function clash(db: EntityManager, roundId: string, yours: ViewWriting): Promise<Refusal> {
  const [theirs] = await db.query<PartnerView[]>('select v.version, v.symptom, v.why, v.cause from partner_view v where v.round_id = $1 and v.organisation_id = writes_for($1)', [roundId]);
  if (!theirs) return new Refusal('not_found');
  const fields = (['symptom', 'why', 'cause'] as const).filter((field) => theirs[field] !== yours[field]).map((field) => ({ field, base: null, theirs: theirs[field], yours: yours[field], by: null }));
  return new Refusal('stale', { conflict: { version: theirs.version, fields } });
}
