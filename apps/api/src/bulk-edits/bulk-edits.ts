import { Injectable } from '@nestjs/common';
import type { BulkChange, BulkPreview, bulkEditRoutes, FieldRefusal, Following, KnockOn } from '@followthrough/contracts';
import { MOST_IN_BULK } from '@followthrough/contracts';
import { asksReason, type BulkAction, type BulkPlan, builtOnSteps, bulkSays, checkBulk, checkReason, fieldNames, type FieldStep, may, planBulk, reversed, whyMoved } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { aheadOf, ofActions, takeAlong } from '../actions/moving';
import type { Asked } from '../kernel/asked';
import { because } from '../kernel/because';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { BulkEditRow } from './bulk-edit.row';
import { bulkEdit, bulkEdits, COLUMNS, factsOfMatching, factsOfThese, frozenSince, lastMoves, touchedSince } from './bulk-edits.sql';
import { type Moving, writeSteps } from './writing';

type Known = BulkAction & { readonly version: number; readonly title: string };
interface Facts {
  readonly actions: readonly Known[];
  readonly names: Readonly<Record<string, string>>;
  readonly here: readonly string[];
}

/** What a bulk edit keeps of one action. `along`: it was not chosen, but moved because it waits for one that was. */
interface Changed {
  readonly along?: true;
  readonly id: string;
  readonly ref: string;
  readonly steps: readonly FieldStep[];
}

/** Many actions changed in one go, by the rules of the single edit, all or none; and taken back as a whole. It sends no mail. */
@Injectable()
export class BulkEdits {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof bulkEditRoutes.list>): Promise<string> {
    return this.reads.answer(asked, bulkEdits);
  }

  /** Asked like a write, so that a key used for another question is told apart; it writes nothing, and its answer is not kept. */
  preview(asked: Asked<typeof bulkEditRoutes.preview>): Promise<string> {
    const { change, actionIds, filter } = asked.body;
    refuse(checkBulk(change));
    if ((actionIds === undefined) === (filter === undefined)) throw refuseField('actionIds', 'Name the actions, or the filters that find them');
    const found = actionIds ? { statement: factsOfThese, values: [actionIds, namedBy(change)] } : factsOfMatching(filter ?? {}, namedBy(change));
    return this.writes.transact(
      asked,
      async ({ answer }) => {
        const facts = JSON.parse(await answer(found.statement, found.values)) as Facts;
        if (facts.actions.length > MOST_IN_BULK) throw refuseField('filter', `More than ${MOST_IN_BULK} actions match. Narrow the list: so many are changed at once`);
        if (actionIds && facts.actions.length < new Set(actionIds).size) throw new Refusal('not_found');
        refuseMissing(change, facts);
        const planned = plannedFor(change, facts);
        const moved = movedBy(planned);
        const knockOn: KnockOn = moved.size === 0 ? { moves: [], softly: [] } : aheadOf(await answer(ofActions, [[...moved.keys()]]), (id) => ({ toOn: moved.get(id) ?? null }));
        if (Math.max(knockOn.moves.length, knockOn.softly.length) > MOST_IN_BULK) throw refuseField('change.move', `More than ${MOST_IN_BULK} other actions wait for these. Choose fewer: so many are moved at once`);
        return JSON.stringify(previewOf(planned, knockOn, facts));
      },
      true,
    );
  }

  apply(asked: Asked<typeof bulkEditRoutes.apply>): Promise<string> {
    const { change, actions: targets, follow, reason } = asked.body;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      refuse(checkBulk(change));
      if (change.move && !may(actor, 'action.move_date')) throw new Refusal('not_permitted');
      const facts = await locked(db, targets.map(({ id }) => id), namedBy(change), follow);
      refuseMissing(change, facts);
      const planned = plannedFor(change, facts);
      refuse([...planned.flatMap(({ action, plan }) => plan.refusals.map((says) => about(action, `${action.ref}: ${says}`))), ...(await clashes(db, targets, planned))]);
      const edited = planned.flatMap(({ action, plan }) => (plan.steps.length > 0 ? [{ action, steps: plan.steps }] : []));
      if (edited.length === 0) throw refuseField('actions', 'All of these are so already');
      const board = boardThatAsks(planned);
      refuse(checkReason(board === null ? null : { board }, true, reason));
      const says = bulkSays(change, (id) => facts.names[id] ?? '');
      const moving: Moving | undefined = change.move && { reason: change.move.reason, agreedBy: change.move.agreedBy, note: change.move.note ?? null };
      const moved = movedBy(planned);
      const along = await takeAlong(db, [...moved.keys()], { to: (id) => ({ toOn: moved.get(id) ?? null }), follow, agreedBy: moving?.agreedBy ?? '' });
      await because(db, reason ?? (moving ? whyMoved(moving) : `${edited.length === 1 ? 'Bulk edit' : `Bulk edit of ${edited.length} actions`}: ${says}`));
      await writeSteps(db, edited, () => moving);
      const changed: Changed[] = [
        ...edited.map(({ action: { id, ref }, steps }) => ({ id, ref, steps })),
        ...along.map(({ id, ref, fromOn, toOn }) => ({ id, ref, steps: [{ field: 'dueOn' as const, before: fromOn, after: toOn }], along: true as const })),
      ];
      const { identifiers } = await db.insert(BulkEditRow, { says, reason: reason ?? null, changed });
      return answer(bulkEdit, [identifiers[0]?.['id']]);
    });
  }

  undo(asked: Asked<typeof bulkEditRoutes.undo>): Promise<string> {
    const { id } = asked.params;
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const edit = await db.createQueryBuilder(BulkEditRow, 'e').where('e.id = :id', { id }).setLock('pessimistic_write').getOne();
      if (!edit) throw new Refusal('not_found');
      if (edit.undoneAt) throw new Refusal('already_done');
      const changed = new Map((edit.changed as readonly Changed[]).map((one) => [one.id, one.steps]));
      const { actions } = await locked(db, [...changed.keys()], []);
      const edited = actions.map((action) => ({ action, steps: changed.get(action.id) ?? [] }));
      const frozen = await db.query<{ what: string }[]>(frozenSince, [id, [...changed.keys()]]);
      const others = [...edited.flatMap(({ action, steps }) => builtOnSteps(steps, action).map((says) => about(action, says))), ...frozen.map(({ what }) => ({ field: 'plan', code: 'rule' as const, message: what }))];
      if (others.length > 0) throw new Refusal('rule', { detail: `Something was built on it, so it cannot be undone: ${others.slice(0, 20).map((one) => one.message).join('; ')}.`, fields: others.slice(0, 20) });
      await because(db, `Undone: ${edit.says}`);
      const moves = new Map((await db.query<(Moving & { id: string })[]>(lastMoves, [[...changed.keys()]])).map((one) => [one.id, one]));
      await writeSteps(db, edited.map(({ action, steps }) => ({ action, steps: reversed(steps) })), (action) => withNote(moves.get(action.id)));
      await db.update(BulkEditRow, { id }, { undoneAt: new Date(), undoneBy: actor.personId });
      return answer(bulkEdit, [id]);
    });
  }
}

const withNote = (moving: Moving | undefined): Moving | undefined => moving && { reason: moving.reason, agreedBy: moving.agreedBy, note: 'The bulk edit that moved it was undone' };

interface Planned {
  readonly action: Known;
  readonly plan: BulkPlan;
}

const plannedFor = (change: BulkChange, { actions }: Facts): readonly Planned[] => actions.map((action) => ({ action, plan: planBulk(change, action) }));

/** The actions whose dates move, each with its day. */
const movedBy = (planned: readonly Planned[]): ReadonlyMap<string, string> =>
  new Map(planned.flatMap(({ action, plan }) => plan.steps.flatMap(({ field, after }) => (field === 'dueOn' && typeof after === 'string' ? [[action.id, after] as const] : []))));

function previewOf(planned: readonly Planned[], knockOn: KnockOn, { names }: Facts): BulkPreview {
  const shown = (value: FieldStep['before']): string[] => [value ?? []].flat().map((one) => names[one] ?? one);
  const board = boardThatAsks(planned);
  return {
    rows: planned.map(({ action: { id, version, ref, title }, plan }) => ({ id, version, ref, title, refusals: [...plan.refusals], steps: plan.steps.map(({ field, before, after }) => ({ field, before: shown(before), after: shown(after) })) })),
    knockOn,
    needsReason: board === null ? null : (checkReason({ board }, true, null)[0]?.message ?? null),
  };
}

/** The people and organisations that a change names. */
const namedBy = ({ ownerId, accountablePersonId, accountableOrganisationId, addContributing = [], removeContributing = [] }: BulkChange): string[] =>
  [ownerId, accountablePersonId, accountableOrganisationId, ...addContributing, ...removeContributing].filter((one) => one !== null && one !== undefined);

/** Made up, withdrawn, or somebody else's. */
function refuseMissing(change: BulkChange, { here }: Facts): void {
  if (namedBy(change).some((id) => !here.includes(id))) throw new Refusal('rule', { detail: 'Something that this refers to is not here' });
}

const about = ({ id }: BulkAction, message: string): FieldRefusal => ({ field: id, code: 'rule', message });

/** The first board that approved a plan of which something agreed changes. */
const boardThatAsks = (planned: readonly Planned[]): string | null => planned.find(({ action, plan }) => asksReason(plan, action))?.action.approvedBy ?? null;

/** The actions as they are, locked in one order with those that move along, so that two bulk edits never wait for each other. */
async function locked(db: EntityManager, ids: readonly string[], named: readonly string[], along: readonly Following[] = []): Promise<Facts> {
  await db.query('select id from action where id = any ($1::uuid[]) order by id for update', [[...ids, ...along.map((one) => one.id)]]);
  const [row] = await db.query<{ answer: string }[]>(factsOfThese.text, [ids, named]);
  const facts = JSON.parse(row?.answer ?? '{}') as Facts;
  if (facts.actions.length < new Set(ids).size) throw new Refusal('not_found');
  return facts;
}

/** As in a single edit: what somebody else wrote since it was looked at is not written over; other fields of the same action are no matter. */
async function clashes(db: EntityManager, targets: readonly { readonly id: string; readonly version: number }[], planned: readonly Planned[]): Promise<readonly FieldRefusal[]> {
  const touched = await db.query<{ id: string; column: string; who: string | null }[]>(touchedSince, [JSON.stringify(targets)]);
  return planned.flatMap(({ action, plan }) =>
    plan.steps.flatMap(({ field }) => {
      const by = touched.find((one) => one.id === action.id && one.column === COLUMNS[field]?.name);
      return by ? [about(action, `${fieldNames[field]} of action ${action.ref} was changed${by.who ? ` by ${by.who}` : ''} meanwhile`)] : [];
    }),
  );
}
