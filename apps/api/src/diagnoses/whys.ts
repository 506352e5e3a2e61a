import { Injectable } from '@nestjs/common';
import type { diagnosisRoutes } from '@followthrough/contracts';
import { checkEvidence, MOST_WHYS, moved } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { locked } from './diagnoses';
import { diagnosisPage } from './diagnoses.sql';
import type { DiagnosisRow } from './diagnosis.row';
import { WhyEvidenceRow } from './why-evidence.row';
import { WhyRow } from './why.row';

/** What one why rests on at most. */
const MOST_EVIDENCE = 20;

/** The chain of whys under a symptom: in order, without gaps, each with what it rests on. An agreed one is fixed, by trigger. */
@Injectable()
export class Whys {
  constructor(private readonly writes: Writes) {}

  add(asked: Asked<typeof diagnosisRoutes.addWhy>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const diagnosis = await locked(db, asked.params.id);
      const many = await db.countBy(WhyRow, { diagnosisId: diagnosis.id });
      if (many >= MOST_WHYS) throw refuseField('text', `A chain has at most ${MOST_WHYS} whys: name the rest as causes`);
      await db.insert(WhyRow, { diagnosisId: diagnosis.id, position: many + 1, text: asked.body.text });
      return answer(diagnosisPage, [diagnosis.findingId]);
    });
  }

  edit(asked: Asked<typeof diagnosisRoutes.editWhy>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { findingId } = await chainOf(db, asked.params.id);
      await write(db, WhyRow, await merge(db, WhyRow, asked.params.id, asked.body));
      return answer(diagnosisPage, [findingId]);
    });
  }

  place(asked: Asked<typeof diagnosisRoutes.placeWhy>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, findingId } = await chainOf(db, asked.params.id);
      const before = await inOrder(db, id);
      await number(db, before, moved(before.map((why) => why.id), asked.params.id, asked.body.position));
      return answer(diagnosisPage, [findingId]);
    });
  }

  remove(asked: Asked<typeof diagnosisRoutes.removeWhy>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, findingId } = await chainOf(db, asked.params.id);
      await db.delete(WhyEvidenceRow, { whyId: asked.params.id });
      await db.delete(WhyRow, { id: asked.params.id });
      const left = await inOrder(db, id);
      await number(db, left, left.map((why) => why.id));
      return answer(diagnosisPage, [findingId]);
    });
  }

  addEvidence(asked: Asked<typeof diagnosisRoutes.addEvidence>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const whyId = asked.params.id;
      const { findingId } = await chainOf(db, whyId);
      refuse(checkEvidence(asked.body));
      if ((await db.countBy(WhyEvidenceRow, { whyId })) >= MOST_EVIDENCE) throw refuseField('label', `A why rests on at most ${MOST_EVIDENCE} things: keep those that say most`);
      const { fileId, measureId } = asked.body;
      if (fileId && (await db.query<unknown[]>('select id from file where id = $1', [fileId])).length === 0) throw refuseField('fileId', 'That file is not here');
      // Locked against being withdrawn meanwhile.
      if (measureId && (await db.query<unknown[]>('select id from measure where id = $1 and withdrawn_at is null for share', [measureId])).length === 0) throw refuseField('measureId', 'That measure is not here');
      await db.insert(WhyEvidenceRow, { ...asked.body, whyId });
      return answer(diagnosisPage, [findingId]);
    });
  }

  removeEvidence(asked: Asked<typeof diagnosisRoutes.removeEvidence>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: whyId, evidence: id } = asked.params;
      const { findingId } = await chainOf(db, whyId);
      const { affected } = await db.delete(WhyEvidenceRow, { id, whyId });
      if (!affected) throw new Refusal('not_found');
      return answer(diagnosisPage, [findingId]);
    });
  }
}

/** The diagnosis that a why belongs to, locked. */
async function chainOf(db: EntityManager, whyId: string): Promise<DiagnosisRow> {
  const why = await db.findOneBy(WhyRow, { id: whyId });
  if (!why) throw new Refusal('not_found');
  return locked(db, why.diagnosisId);
}

const inOrder = (db: EntityManager, diagnosisId: string): Promise<WhyRow[]> => db.find(WhyRow, { where: { diagnosisId }, order: { position: 'ASC' } });

/** Numbers the whys from 1 in their new order; those that keep their place keep their version. */
async function number(db: EntityManager, whys: readonly WhyRow[], order: readonly string[]): Promise<void> {
  for (const [at, id] of order.entries()) if (whys.find((why) => why.id === id)?.position !== at + 1) await db.update(WhyRow, { id }, { position: at + 1 });
}
