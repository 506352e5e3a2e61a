import type { SlipReason } from '@followthrough/contracts';
import { afterSteps, type BulkAction, type FieldStep } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { COLUMNS, link, recordMoves, setFields, unlink } from './bulk-edits.sql';

/** One action as it is, and what is written to it. */
export interface Edited {
  readonly action: BulkAction;
  readonly steps: readonly FieldStep[];
}

/** Why a due date moves. */
export interface Moving {
  readonly reason: SlipReason;
  readonly agreedBy: string;
  readonly note: string | null;
}

/** Writes the steps of many actions in a few statements. What is agreed has been explained before. */
export async function writeSteps(db: EntityManager, edited: readonly Edited[], why: (action: BulkAction) => Moving | undefined): Promise<void> {
  const moves = edited.flatMap(({ action, steps }) => {
    const step = steps.find(({ field }) => field === 'dueOn');
    const moving = step && why(action);
    return moving ? [{ action_id: action.id, from_on: step.before, to_on: step.after, reason: moving.reason, agreed_by: moving.agreedBy, note: moving.note }] : [];
  });
  if (moves.length > 0) await db.query(recordMoves, [JSON.stringify(moves)]);
  const plain = edited.filter(({ steps }) => steps.some(({ field }) => field in COLUMNS));
  const fields = Object.keys(COLUMNS).filter((one) => plain.some(({ steps }) => steps.some(({ field }) => field === one)));
  if (fields.length > 0) await db.query(setFields(fields), [JSON.stringify(plain.map((one) => rowOf(one, fields)))]);
  const [gone, come] = [links(edited, 'before', 'after'), links(edited, 'after', 'before')];
  if (gone.length > 0) await db.query(unlink, [JSON.stringify(gone)]);
  if (come.length > 0) await db.query(link, [JSON.stringify(come)]);
}

/** A row for every field that any of them changes: the others keep what they have. */
function rowOf({ action, steps }: Edited, fields: readonly string[]): Readonly<Record<string, unknown>> {
  const after = afterSteps(action, steps) as unknown as Readonly<Record<string, unknown>>;
  return { id: action.id, ...Object.fromEntries(fields.map((field) => [COLUMNS[field]?.name, after[field]])) };
}

/** The organisations that each action has in one list and not in the other. */
const links = (edited: readonly Edited[], has: 'before' | 'after', lacks: 'before' | 'after') =>
  edited.flatMap(({ action, steps }) => {
    const step = steps.find(({ field }) => field === 'contributing');
    const [here, there] = [[step?.[has] ?? []].flat(), [step?.[lacks] ?? []].flat()];
    return here.filter((one) => !there.includes(one)).map((one) => ({ action_id: action.id, organisation_id: one }));
  });
