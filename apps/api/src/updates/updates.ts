import { Injectable } from '@nestjs/common';
import type { FieldRefusal, NewUpdate, UpdateBatchReported, UpdateReported, updateRoutes } from '@followthrough/contracts';
import { checkBatch, checkUpdate, checkUpdateWords, CLOSED, isClaim, type LastReport, londonDay, needsFacts, overtaken, type ReportFacts } from '@followthrough/domain';
import { Boards, NO_BOARD } from '../boards/boards';
import { inUpdate, keepEvidence } from '../closures/evidence';
import type { Actor } from '../kernel/actor';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { UPDATE_ORDER } from './published';
import { claimed, reported, reportedMany, reportFacts, reportUpdate, reportUpdates, updateDesk, updatesOf } from './updates.sql';

/** Status updates: append-only, honest, and quick. What an update must say is in the domain's `checkUpdate`. */
@Injectable()
export class Updates {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly boards: Boards,
  ) {}

  desk(asked: Asked<typeof updateRoutes.desk>): Promise<string> {
    return this.reads.answer(asked, updateDesk, [asked.params.id]);
  }

  list(asked: Asked<typeof updateRoutes.list>): Promise<string> {
    const { after } = asked.query;
    if (after === undefined) return this.reads.answer(asked, updatesOf.first, [asked.params.id]);
    return this.reads.answer(asked, updatesOf.further, [asked.params.id, ...cursorKeys(after, UPDATE_ORDER, ['day', 'id'])]);
  }

  report(asked: Asked<typeof updateRoutes.report>): Promise<string> {
    const { id } = asked.params;
    const one = { ...asked.body, actionId: id };
    const { decision, evidence = [] } = one;
    return this.writes.transact(asked, async (transaction) => {
      const { actor, db, answer } = transaction;
      const known = needsFacts(one) ? (await factsOf(db, [one])).get(id) : undefined;
      if (needsFacts(one) && !known) throw new Refusal('not_found');
      refuse(wrongWith(one, known, actor));
      if (decision?.boardId) await this.boards.sitting(db, decision.boardId, 'decision.boardId');
      const told = await answer(reportUpdate, [JSON.stringify([one])]).catch((thrown: unknown) => refuseClosed(db, id, thrown));
      if (evidence.length === 0 && !known) return told;
      const { updateId } = JSON.parse(told) as UpdateReported;
      await keepEvidence(db, [{ actionId: id, given: evidence, updateId, field: inUpdate() }]);
      if (known && isClaim(one, known)) await claim(db, [{ ...one, updateId }]);
      return answer(reported, [updateId]);
    });
  }

  /** Many reports as one: judged by the same rules, in together or not at all. */
  batch(asked: Asked<typeof updateRoutes.batch>): Promise<string> {
    const { updates } = asked.body;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      refuse(checkBatch(updates));
      const known = await factsOf(db, updates);
      const sitting = await this.boards.areSitting(db, updates.flatMap((one) => one.decision?.boardId ?? []));
      const wrong = updates.map((one) => {
        const facts = known.get(one.actionId);
        if (!facts) return [no('actionId', 'This action is not here any more')];
        return [...wrongWith(one, facts, actor), ...overtaken(one, facts), ...(one.decision?.boardId && !sitting.has(one.decision.boardId) ? [no('decision.boardId', NO_BOARD)] : [])];
      });
      refuse(wrong.flatMap((found, at) => found.map((one) => ({ ...one, field: `updates.${at}.${one.field}` }))));
      const told = await answer(reportUpdates, [JSON.stringify(updates)]);
      const claims = updates.flatMap((one, at) => {
        const facts = known.get(one.actionId);
        return facts && isClaim(one, facts) ? [{ at, one }] : [];
      });
      if (claims.length === 0 && updates.every((one) => !one.evidence?.length)) return told;
      const ids = (JSON.parse(told) as UpdateBatchReported).items.map((one) => one.updateId);
      await keepEvidence(db, updates.flatMap(({ actionId, evidence: given = [] }, at) => (given.length > 0 ? [{ actionId, given, updateId: ids[at] ?? '', field: inUpdate(`updates.${at}.`) }] : [])));
      if (claims.length === 0) return told;
      await claim(db, claims.map(({ at, one }) => ({ ...one, updateId: ids[at] ?? '' })));
      return answer(reportedMany, [ids]);
    });
  }
}

type Db = Transaction['db'];
type Said = NewUpdate & { readonly actionId: string };
type KnownAction = Omit<ReportFacts, 'reporterId'> & { readonly actionId: string; readonly lastUpdateId: string | null; readonly lastSaid: LastReport | null };

/** Of the actions that are here, by their ids. They stay as they are until this transaction ends. */
async function factsOf(db: Db, reports: readonly Said[]): Promise<ReadonlyMap<string, KnownAction>> {
  const asked = reports.map(({ actionId, status, onBehalfOfId = null, correctsId = null }) => ({ actionId, status, onBehalfOfId, correctsId }));
  const found = await db.query<KnownAction[]>(reportFacts, [JSON.stringify(asked)]);
  return new Map(found.map((one) => [one.actionId, one]));
}

/** What the rules have against a report; its words alone where nothing else has to be known. */
function wrongWith(one: Said, known: KnownAction | undefined, { personId }: Actor): readonly FieldRefusal[] {
  const today = londonDay(new Date());
  return known ? checkUpdate(one, { ...known, reporterId: personId }, today) : checkUpdateWords(one, today);
}

const claim = (db: Db, claims: readonly (Said & { readonly updateId: string })[]): Promise<unknown> =>
  db.query(claimed, [JSON.stringify(claims.map(({ actionId, updateId, onBehalfOfId = null, restricted, narrative = null }) => ({ actionId, updateId, onBehalfOfId, reason: restricted ? null : narrative })))]);

/** Nothing was written: the action is not there, or it has ended. */
async function refuseClosed(db: Db, id: string, thrown: unknown): Promise<never> {
  if (!(thrown instanceof Refusal) || thrown.code !== 'not_found') throw thrown;
  const [ended] = await db.query<unknown[]>('select id from action where id = $1 and withdrawn_at is null and disposition is not null', [id]);
  throw ended ? refuseField('status', CLOSED) : thrown;
}

const no = (field: string, message: string): FieldRefusal => ({ field, code: 'rule', message });
