import { Injectable } from '@nestjs/common';
import type { diagnosisRoutes } from '@followthrough/contracts';
import { checkAgreement } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { Causes } from '../causes/causes';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { today } from '../kernel/today';
import { Writes } from '../kernel/writes';
import { diagnosisPage } from './diagnoses.sql';
import { DiagnosisRow } from './diagnosis.row';
import { FindingCauseRow } from './finding-cause.row';

/** A finding's causes at most; more belong under a deeper one. */
const MOST_CAUSES = 50;

/** What is wrong behind a finding: its symptom, its causes and the root that was agreed. The chain of whys is in `Whys`. */
@Injectable()
export class Diagnoses {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly causes: Causes,
  ) {}

  page(asked: Asked<typeof diagnosisRoutes.page>): Promise<string> {
    return this.reads.answer(asked, diagnosisPage, [asked.params.id]);
  }

  begin(asked: Asked<typeof diagnosisRoutes.begin>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const findingId = asked.params.id;
      await presentFinding(db, findingId);
      await db.insert(DiagnosisRow, { findingId, symptom: asked.body.symptom });
      return answer(diagnosisPage, [findingId]);
    });
  }

  edit(asked: Asked<typeof diagnosisRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, DiagnosisRow, asked.params.id, asked.body);
      const { findingId } = merged.current;
      const { rootCauseId } = merged.changes;
      if (rootCauseId && !(await db.existsBy(FindingCauseRow, { findingId, causeId: rootCauseId }))) throw refuseField('rootCauseId', 'Choose one of the causes of this finding');
      await write(db, DiagnosisRow, merged);
      return answer(diagnosisPage, [findingId]);
    });
  }

  agree(asked: Asked<typeof diagnosisRoutes.agree>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const diagnosis = await locked(db, asked.params.id);
      refuse(checkAgreement(diagnosis));
      if (diagnosis.state === 'open') await db.update(DiagnosisRow, { id: diagnosis.id }, { state: 'agreed', agreedOn: await today(db) });
      return answer(diagnosisPage, [diagnosis.findingId]);
    });
  }

  reopen(asked: Asked<typeof diagnosisRoutes.reopen>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const diagnosis = await locked(db, asked.params.id);
      if (diagnosis.state === 'agreed') await db.update(DiagnosisRow, { id: diagnosis.id }, { state: 'open', agreedOn: null });
      return answer(diagnosisPage, [diagnosis.findingId]);
    });
  }

  nameCause(asked: Asked<typeof diagnosisRoutes.nameCause>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const findingId = asked.params.id;
      await presentFinding(db, findingId);
      if ((await db.countBy(FindingCauseRow, { findingId })) >= MOST_CAUSES) throw refuseField('text', `A finding has at most ${MOST_CAUSES} causes: lay some behind a deeper one`);
      const causeId = await this.causes.name(db, asked.body);
      await db.query('insert into finding_cause (finding_id, cause_id) values ($1, $2) on conflict do nothing', [findingId, causeId]);
      return answer(diagnosisPage, [findingId]);
    });
  }

  dropCause(asked: Asked<typeof diagnosisRoutes.dropCause>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: findingId, cause: causeId } = asked.params;
      await presentFinding(db, findingId);
      if (await db.existsBy(DiagnosisRow, { findingId, rootCauseId: causeId })) throw new Refusal('rule', { detail: 'It is the root cause of this finding: choose another root first' });
      const { affected } = await db.delete(FindingCauseRow, { findingId, causeId });
      if (!affected) throw new Refusal('not_found');
      return answer(diagnosisPage, [findingId]);
    });
  }
}

/** The diagnosis, locked: what hangs on it is changed by one person after another. */
export async function locked(db: EntityManager, id: string): Promise<DiagnosisRow> {
  const diagnosis = await db.createQueryBuilder(DiagnosisRow, 'd').where('d.id = :id', { id }).setLock('pessimistic_write').getOne();
  if (!diagnosis) throw new Refusal('not_found');
  return diagnosis;
}

async function presentFinding(db: EntityManager, id: string): Promise<void> {
  const [finding] = await db.query<unknown[]>('select id from finding where id = $1 and withdrawn_at is null for update', [id]);
  if (!finding) throw new Refusal('not_found');
}
