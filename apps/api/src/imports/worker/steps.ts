import { createHash } from 'node:crypto';
import { type ImportChoices, type PreviewFilter } from '@followthrough/contracts';
import { londonDay, planImport, type Sheet } from '@followthrough/domain';
import { Refusal, refuseField } from '../../kernel/refusal';
import { applyImport } from '../applying';
import { firstChoices, settleChoices } from '../choices';
import { wholeImport } from '../imports.sql';
import { chosen, type Loaded } from '../loaded';
import { LARGEST_FILE, Unreadable } from '../reading/limits';
import { readFile } from '../reading/read-file';
import { previewOf, screenOf } from '../screen';
import { undoImport } from '../undoing';
import type { Db, Link } from './db';

export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** The file that `read` has read, until `keep` keeps it; a worker is lent to one upload at a time. */
let held: { readonly content: Uint8Array; readonly digest: Buffer; readonly sheets: readonly Sheet[] } | undefined;

/**
 * What can be done with an import, as its worker does it. Each answers with text that goes out as it is, so that the rows
 * of a workbook are never objects in the server.
 */
export const steps = {
  /** Answers with the digest of the file; its sheets stay here for `keep`. */
  async read({ content }: { readonly content: Uint8Array }, { told }: Link): Promise<string> {
    held = undefined;
    const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (file.length > LARGEST_FILE) throw new Refusal('too_large', { detail: 'The file is larger than 10 MB.' });
    const sheets = await readFile(file, told).catch((thrown: unknown) => Promise.reject(thrown instanceof Unreadable ? refuseField('file', thrown.message, 'bad_input') : thrown));
    const digest = createHash('sha256').update(file).digest();
    held = { content, digest, sheets };
    return digest.toString('hex');
  },

  async keep({ id, name }: { readonly id: string | null; readonly name: string }, { db, told }: Link): Promise<string> {
    if (!held) throw new Error('no file was read');
    const { content, digest, sheets } = held;
    await told(50);
    const choices = await firstChoices(db, sheets, digest, today());
    const [made] = await db.query<{ id: string }[]>('insert into import (id, file_name, size, digest, choices) values (coalesce($5, uuidv7()), $1, $2, $3, $4) returning id', [name, content.length, digest, JSON.stringify(choices), id]);
    await told(65);
    await db.query('insert into import_file (id, content, sheets) values ($1, $2, $3)', [made?.id, content, JSON.stringify(sheets)]);
    await told(80);
    return screenText(db, made?.id ?? '');
  },

  screen: async ({ text }: { readonly text: string }): Promise<string> => JSON.stringify(screenOf(JSON.parse(text) as Loaded, today())),

  preview: async ({ text, show, after }: { readonly text: string; readonly show: PreviewFilter; readonly after: number }): Promise<string> => JSON.stringify(previewOf(JSON.parse(text) as Loaded, today(), show, after)),

  async choose({ id, version, step }: Seen & { readonly step: Partial<ImportChoices> }, { db }: Link): Promise<string> {
    const loaded = await lock(db, { id, version }, ['uploaded', 'previewed']);
    const choices = settleChoices(chosen(loaded), step);
    if (choices.planId !== null && !loaded.plans.some((one) => one.id === choices.planId)) throw refuseField('planId', 'That plan is not here');
    if (choices.reviewId !== null && !loaded.reviews.some((one) => one.id === choices.reviewId)) throw refuseField('reviewId', 'That review is not here');
    for (const [field, known] of [['people', loaded.people], ['organisations', loaded.organisations]] as const) {
      const at = choices[field].findIndex((one) => one.choice === 'match' && !known.some((each) => each.id === one.id));
      if (at >= 0) throw refuseField(`${field}.${at}.id`, 'Choose who this is');
    }
    await db.query(`update import set choices = $2, state = 'previewed' where id = $1`, [id, JSON.stringify(choices)]);
    return screenText(db, id);
  },

  async apply(seen: Seen, { db, told }: Link): Promise<string> {
    const loaded = await lock(db, seen, ['uploaded', 'previewed']);
    const plan = planImport(loaded.sheets, chosen(loaded), loaded, today());
    if (!plan) throw new Refusal('rule', { detail: 'Choose the row that holds the names of the columns.' });
    if (plan.needed.length > 0) throw new Refusal('rule', { detail: plan.needed.join(' '), fields: plan.needed.map((message) => ({ field: '', code: 'rule', message })) });
    const isLong = plan.rows.length >= 200;
    await applyImport(db, loaded, plan, today(), (percent) => (isLong ? told(percent) : Promise.resolve()));
    return screenText(db, seen.id);
  },

  async undo(seen: Seen, { db }: Link): Promise<string> {
    await undoImport(db, await lock(db, seen, ['applied']));
    return screenText(db, seen.id);
  },

  async discard(seen: Seen, { db }: Link): Promise<string> {
    await lock(db, seen, ['uploaded', 'previewed']);
    await db.query(`update import set state = 'discarded' where id = $1`, [seen.id]);
    return screenText(db, seen.id);
  },
};
export type Steps = typeof steps;

const today = (): string => londonDay(new Date());

async function loadIn(db: Db, id: string): Promise<Loaded> {
  const [row] = await db.query<{ answer: string }[]>(wholeImport.text, [id]);
  if (!row) throw new Refusal('not_found');
  return JSON.parse(row.answer) as Loaded;
}

const screenText = async (db: Db, id: string): Promise<string> => JSON.stringify(screenOf(await loadIn(db, id), today()));

/** One at a time, from the version that was seen, in a state in which the deed makes sense. */
async function lock(db: Db, { id, version }: Seen, states: readonly string[]): Promise<Loaded> {
  const [row] = await db.query<{ version: number; state: string }[]>('select version, state from import where id = $1 for update', [id]);
  if (!row) throw new Refusal('not_found');
  if (!states.includes(row.state)) throw new Refusal('already_done');
  if (row.version !== version) throw new Refusal('stale', { conflict: { version: row.version, fields: [] } });
  // Two imports into one locality at once would not see each other's refs and names.
  await db.query(`select pg_advisory_xact_lock(hashtext('import'), hashtext(current_locality()::text))`);
  return loadIn(db, id);
}
