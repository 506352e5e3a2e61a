import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ActionEdit, actionRoutes, DueMoving, NewAction } from '@followthrough/contracts';
import { checkActionDates, checkEvidenceKind, moveDue, setDue, SUM_OF_EFFORT, touchesAgreed } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { hasEffort } from '../demand/published';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { because } from '../kernel/because';
import { Writes } from '../kernel/writes';
import { explainEarly } from '../rounds/early';
import { explain } from '../versions/approved';
import { workbookOf } from './action-export';
import { EXPORT_PAGE, exportPage, type ExportRow } from './action-export.sql';
import { actionList } from './action-list.sql';
import { ActionRow } from './action.row';
import { actionChoices, actionPage } from './actions.sql';
import { aheadOf, ofActions, recordMove, takeAlong } from './moving';

/** What people do: the plan table, one action whole, and every change to it but its status, which is reported. */
@Injectable()
export class Actions {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  async list(asked: Asked<typeof actionRoutes.list>): Promise<string> {
    const { statement, values } = actionList(asked.query);
    return this.reads.answer(asked, statement, values);
  }

  /** The filtered plan as a workbook. Rows are read a page at a time, so that no single read holds the database long. */
  async export(asked: Asked<typeof actionRoutes.export>): Promise<Readable> {
    const rows: ExportRow[] = [];
    for (;;) {
      const { statement, values } = exportPage(asked.query, rows.at(-1));
      const page = await this.reads.rows<ExportRow>(asked, statement, values);
      rows.push(...page.rows);
      if (page.rows.length < EXPORT_PAGE) return workbookOf(rows);
    }
  }

  choices(asked: Asked<typeof actionRoutes.choices>): Promise<string> {
    return this.reads.answer(asked, actionChoices);
  }

  page(asked: Asked<typeof actionRoutes.page>): Promise<string> {
    return this.reads.answer(asked, actionPage, [asked.params.id]);
  }

  add(asked: Asked<typeof actionRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { reason, ...said } = asked.body;
      await explain(db, said.planId, true, reason);
      await explainEarly(db, said.findingIds, reason);
      return answer(actionPage, [await this.raise(db, said)]);
    });
  }

  /** Adds an action inside a deed of its own or of another feature, such as an outcome that becomes one, which has said why. Answers its id. */
  async raise(db: EntityManager, { contributingIds = [], findingIds = [], causeIds = [], dueOn = null, dueText = null, ...said }: Omit<NewAction, 'reason'>): Promise<string> {
    refuse(checkActionDates({ startOn: said.startOn ?? null, dueOn }));
    // A first date is the baseline; the plan's own words are kept only where there is no date.
    const { identifiers } = await db.insert(ActionRow, { ...said, dueOn, baselineDueOn: dueOn, dueText: dueOn ? null : dueText });
    const id = String(identifiers[0]?.['id']);
    await relink(db, id, { addContributing: contributingIds, addFindings: findingIds, addCauses: causeIds });
    return id;
  }

  edit(asked: Asked<typeof actionRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await this.editIn(db, asked.params.id, asked.body);
      return answer(actionPage, [asked.params.id]);
    });
  }

  /** Edits an action inside a deed of its own or of another feature. */
  async editIn(db: EntityManager, id: string, said: ActionEdit): Promise<void> {
    const { addContributing, removeContributing, addFindings, removeFindings, addCauses, removeCauses, addProgrammes, removeProgrammes, reason, ...edit } = said;
    // A programme that is linked takes back that none touches the action.
    const merged = await merge(db, ActionRow, id, addProgrammes?.length ? { ...edit, noProgramme: false } : edit);
    if (merged.changes.daysNeeded !== undefined && (await hasEffort(db, merged.current.id))) throw refuseField('daysNeeded', SUM_OF_EFFORT);
    refuse([...checkActionDates(merged.next), ...checkEvidenceKind(merged.current.evidenceKind, merged.next.evidenceKind, { state: merged.current.closureState, disposition: merged.current.disposition }, reason)]);
    await explain(db, merged.current.planId, touchesAgreed({ ...merged.changes, addContributing, removeContributing, addFindings, removeFindings }), reason);
    await explainEarly(db, addFindings, reason);
    await write(db, ActionRow, merged);
    await relink(db, id, said);
  }

  setDue(asked: Asked<typeof actionRoutes.setDue>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { reason, ...said } = asked.body;
      const action = await locked(db, asked.params.id);
      const outcome = setDue(action, said);
      if (outcome.refused) throw new Refusal('rule', { fields: outcome.refused });
      await explain(db, action.planId, 'dueOn' in outcome.next, reason);
      await db.update(ActionRow, { id: asked.params.id }, outcome.next);
      return answer(actionPage, [asked.params.id]);
    });
  }

  async knockOn(asked: Asked<typeof actionRoutes.knockOn>): Promise<string> {
    const { rows } = await this.reads.rows<{ answer: string }>(asked, ofActions, [[asked.params.id]]);
    const ahead = rows[0]?.answer;
    if (ahead === undefined) throw new Refusal('not_found');
    return JSON.stringify(aheadOf(ahead, () => ({ toOn: asked.query.dueOn })));
  }

  moveDue(asked: Asked<typeof actionRoutes.moveDue>): Promise<string> {
    const { id } = asked.params;
    const { dueOn, ...why } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      await this.moveIn(db, new Map([[id, dueOn]]), why);
      return answer(actionPage, [id]);
    });
  }

  /** Moves the due dates of actions, and of those that wait for them, inside a deed of its own or of another feature. */
  async moveIn(db: EntityManager, days: ReadonlyMap<string, string | null>, { follow, ...why }: Omit<DueMoving, 'dueOn'>): Promise<void> {
    const moves: { readonly id: string; readonly fromOn: string; readonly toOn: string | null }[] = [];
    for (const [id, dueOn] of [...days].sort()) {
      const outcome = moveDue(await locked(db, id), { ...why, dueOn });
      if (outcome.refused) throw new Refusal('rule', { fields: outcome.refused });
      moves.push({ id, ...outcome.next });
    }
    await takeAlong(db, moves.map(({ id }) => id), { to: (id) => ({ toOn: days.get(id) ?? null }), follow, agreedBy: why.agreedBy });
    for (const { id, ...move } of moves) {
      await recordMove(db, { actionId: id, ...move, ...why });
      await db.update(ActionRow, { id }, { dueOn: move.toOn });
    }
  }

  /** Out of the plan, its lists and totals. Everything said about it stays where it is. */
  withdraw(asked: Asked<typeof actionRoutes.withdraw>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      await this.withdrawIn(db, asked.params.id, asked.body.reason);
      return JSON.stringify({ id: asked.params.id });
    });
  }

  /** The same inside a deed of another feature. */
  async withdrawIn(db: EntityManager, id: string, reason: string): Promise<void> {
    await locked(db, id);
    await because(db, reason);
    await db.update(ActionRow, { id }, { withdrawnAt: new Date() });
  }

  /** A part of an action goes its own way: another action of the same plan for the same findings, with a day of its own. Answers its id. */
  async splitIn(db: EntityManager, id: string, { reason, ...part }: { readonly dueOn: string; readonly daysNeeded: number | null; readonly reason: string }): Promise<string> {
    const action = await locked(db, id);
    await explain(db, action.planId, true, reason);
    const [links] = await db.query<{ refs: string[]; contributingIds: string[]; findingIds: string[]; causeIds: string[] }[]>(
      `select array(select a.ref from action a where a.plan_id = $2) as refs, array(select c.organisation_id from action_organisation c where c.action_id = $1) as "contributingIds",
         array(select f.finding_id from action_finding f where f.action_id = $1) as "findingIds", array(select c.cause_id from action_cause c where c.action_id = $1) as "causeIds"`,
      [id, action.planId],
    );
    const { refs, ...linked } = links ?? { refs: [], contributingIds: [], findingIds: [], causeIds: [] };
    await explainEarly(db, linked.findingIds, reason);
    let number = 2;
    while (refs.includes(`${action.ref.slice(0, 35)}/${number}`)) number += 1;
    const { planId, title, description, horizon, priority, theme, ownerId, accountablePersonId, accountableOrganisationId, startOn, evidenceKind, restricted } = action;
    return this.raise(db, { planId, ref: `${action.ref.slice(0, 35)}/${number}`, title: `${title.slice(0, 480)} (part ${number})`, description, horizon, priority, theme, ownerId, accountablePersonId, accountableOrganisationId, startOn, evidenceKind, restricted, ...linked, ...part });
  }

  restore(asked: Asked<typeof actionRoutes.restore>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = await locked(db, asked.params.id, true);
      await because(db, asked.body.reason);
      await db.update(ActionRow, { id }, { withdrawnAt: null });
      return answer(actionPage, [id]);
    });
  }
}

/** An action that is in its plan, or with `isOut` one that was taken out of it. */
async function locked(db: EntityManager, id: string, isOut = false): Promise<ActionRow> {
  const action = await db.createQueryBuilder(ActionRow, 'a').where(`a.id = :id and a.withdrawn_at is ${isOut ? `not null and not exists (select from import i where i.id = a.import_id and i.state = 'undone')` : 'null'}`, { id }).setLock('pessimistic_write').getOne();
  if (!action) throw new Refusal('not_found');
  return action;
}

type Links = Pick<ActionEdit, 'addContributing' | 'removeContributing' | 'addFindings' | 'removeFindings' | 'addCauses' | 'removeCauses' | 'addProgrammes' | 'removeProgrammes'>;

/** What is there already stays, and what is gone already is no error: two people may do the same. */
async function relink(db: EntityManager, id: string, { addContributing, removeContributing, addFindings, removeFindings, addCauses, removeCauses, addProgrammes, removeProgrammes }: Links): Promise<void> {
  if (removeContributing?.length) await db.query('delete from action_organisation where action_id = $1 and organisation_id = any ($2::uuid[])', [id, removeContributing]);
  if (addContributing?.length) await db.query('insert into action_organisation (action_id, organisation_id) select $1, unnest($2::uuid[]) on conflict do nothing', [id, addContributing]);
  if (removeProgrammes?.length) await db.query('delete from action_programme where action_id = $1 and programme_id = any ($2::uuid[])', [id, removeProgrammes]);
  if (addProgrammes?.length) await db.query('insert into action_programme (action_id, programme_id) select $1, unnest($2::uuid[]) on conflict do nothing', [id, addProgrammes]);
  if (removeFindings?.length) await db.query('delete from action_finding where action_id = $1 and finding_id = any ($2::uuid[])', [id, removeFindings]);
  if (addFindings?.length) await db.query('insert into action_finding (action_id, finding_id) select $1, unnest($2::uuid[]) on conflict do nothing', [id, addFindings]);
  if (removeCauses?.length) await db.query('delete from action_cause where action_id = $1 and cause_id = any ($2::uuid[])', [id, removeCauses]);
  if (addCauses?.length) await db.query('insert into action_cause (action_id, cause_id) select $1, unnest($2::uuid[]) on conflict do nothing', [id, addCauses]);
}
