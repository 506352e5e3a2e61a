import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { check, ImportChoices, type importRoutes } from '@followthrough/contracts';
import { likeliestSheet, londonDay, planImport, type Sheet } from '@followthrough/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Refusal, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { applyImport } from './applying';
import { allImports, importProgress, mayImport, wholeImport } from './imports.sql';
import { chosen, type Loaded, NO_CHOICES } from './loaded';
import { readSheets } from './reading/reading';
import { previewOf, screenOf } from './screen';
import { undoImport } from './undoing';
import type { Uploaded } from '../kernel/upload';

/**
 * A locality's plan on its way in from Excel. The choices of every step lie on the row, so leaving loses nothing; the dry
 * run and applying follow the same pure reading of the workbook (`planImport`), so what was shown is what happens.
 */
@Injectable()
export class Imports {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly source: DataSource,
  ) {}

  list(asked: Asked<typeof importRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allImports, [asked.query.after ?? null]);
  }

  async one(asked: Asked<typeof importRoutes.one>): Promise<string> {
    return JSON.stringify(screenOf(await this.load(asked), today()));
  }

  async preview(asked: Asked<typeof importRoutes.preview>): Promise<string> {
    return JSON.stringify(previewOf(await this.load(asked), today(), asked.query.show ?? 'all', asked.query.after ?? 0));
  }

  progress(asked: Asked<typeof importRoutes.progress>): Promise<string> {
    return this.reads.answer(asked, importProgress, [asked.params.id]);
  }

  /** Refuses whoever may not import before a byte of the file is read. */
  async admit(asked: Asked<typeof importRoutes.upload>): Promise<void> {
    await this.reads.rows(asked, mayImport);
  }

  /** The file is read before the transaction begins: a slow file holds no row. */
  async upload(asked: Asked<typeof importRoutes.upload>, file: Uploaded): Promise<string> {
    const sheets = await readSheets(file.content);
    const digest = createHash('sha256').update(file.content).digest();
    return this.writes.transact({ ...asked, body: { digest: digest.toString('hex') } } as Asked, async ({ db }) => {
      const choices = await firstChoices(db, sheets, digest);
      const [made] = await db.query<{ id: string }[]>('insert into import (file_name, size, digest, choices) values ($1, $2, $3, $4) returning id', [file.name, file.content.length, digest, JSON.stringify(choices)]);
      await db.query('insert into import_file (id, content, sheets) values ($1, $2, $3)', [made?.id, file.content, JSON.stringify(sheets)]);
      return screenText(db, made?.id ?? '');
    });
  }

  choose(asked: Asked<typeof importRoutes.choose>): Promise<string> {
    const { version, ...step } = asked.body;
    return this.writes.transact(asked, async ({ db }) => {
      const loaded = await lock(db, asked.params.id, version, ['uploaded', 'previewed']);
      const choices = settleChoices(chosen(loaded), step);
      if (choices.planId !== null && !loaded.plans.some((one) => one.id === choices.planId)) throw refuseField('planId', 'That plan is not here');
      if (choices.reviewId !== null && !loaded.reviews.some((one) => one.id === choices.reviewId)) throw refuseField('reviewId', 'That review is not here');
      for (const [field, known] of [['people', loaded.people], ['organisations', loaded.organisations]] as const) {
        const at = choices[field].findIndex((one) => one.choice === 'match' && !known.some((each) => each.id === one.id));
        if (at >= 0) throw refuseField(`${field}.${at}.id`, 'Choose who this is');
      }
      await db.query(`update import set choices = $2, state = 'previewed' where id = $1`, [asked.params.id, JSON.stringify(choices)]);
      return screenText(db, asked.params.id);
    });
  }

  apply(asked: Asked<typeof importRoutes.apply>): Promise<string> {
    const { id } = asked.params;
    return this.writes.transact(asked, async ({ actor, db }) => {
      const loaded = await lock(db, id, asked.body.version, ['uploaded', 'previewed']);
      const plan = planImport(loaded.sheets, chosen(loaded), loaded, today());
      if (!plan) throw new Refusal('rule', { detail: 'Choose the row that holds the names of the columns.' });
      if (plan.needed.length > 0) throw new Refusal('rule', { detail: plan.needed.join(' '), fields: plan.needed.map((message) => ({ field: '', code: 'rule', message })) });
      const isLong = plan.rows.length >= 200;
      try {
        await applyImport(db, loaded, plan, today(), (percent) => (isLong ? this.mark(actor.localityId, id, percent) : Promise.resolve()));
      } finally {
        if (isLong) await this.mark(actor.localityId, id, null);
      }
      return screenText(db, id);
    });
  }

  undo(asked: Asked<typeof importRoutes.undo>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      await undoImport(db, await lock(db, asked.params.id, asked.body.version, ['applied']));
      return screenText(db, asked.params.id);
    });
  }

  discard(asked: Asked<typeof importRoutes.discard>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      await lock(db, asked.params.id, asked.body.version, ['uploaded', 'previewed']);
      await db.query(`update import set state = 'discarded' where id = $1`, [asked.params.id]);
      return screenText(db, asked.params.id);
    });
  }

  /** Beside the transaction of the import, where whoever waits can see it; null when it is over. */
  private async mark(localityId: string | null, id: string, percent: number | null): Promise<void> {
    await this.source.transaction(async (db) => {
      await db.query(`select set_config('app.locality', $1, true)`, [localityId]);
      if (percent === null) await db.query('delete from kernel.import_progress where import_id = $1', [id]);
      else await db.query('insert into kernel.import_progress (import_id, percent) values ($1, $2) on conflict (locality_id, import_id) do update set percent = excluded.percent, at = clock_timestamp()', [id, percent]);
    });
  }

  private async load(asked: Asked): Promise<Loaded> {
    return JSON.parse(await this.reads.answer(asked, wholeImport, [(asked.params as { readonly id: string }).id])) as Loaded;
  }
}

const today = (): string => londonDay(new Date());

async function loadIn(db: EntityManager, id: string): Promise<Loaded> {
  const [row] = await db.query<{ answer: Loaded | string }[]>(wholeImport.text, [id]);
  if (!row) throw new Refusal('not_found');
  return typeof row.answer === 'string' ? (JSON.parse(row.answer) as Loaded) : row.answer;
}

const screenText = async (db: EntityManager, id: string): Promise<string> => JSON.stringify(screenOf(await loadIn(db, id), today()));

/** One at a time, from the version that was seen, in a state in which the deed makes sense. */
async function lock(db: EntityManager, id: string, version: number, states: readonly string[]): Promise<Loaded> {
  const [row] = await db.query<{ version: number; state: string }[]>('select version, state from import where id = $1 for update', [id]);
  if (!row) throw new Refusal('not_found');
  if (!states.includes(row.state)) throw new Refusal('already_done');
  if (row.version !== version) throw new Refusal('stale', { conflict: { version: row.version, fields: [] } });
  // Two imports into one locality at once would not see each other's refs and names.
  await db.query(`select pg_advisory_xact_lock(hashtext('import'), hashtext(current_locality()::text))`);
  return loadIn(db, id);
}

/** The step laid over what was chosen. Another sheet or header makes the old columns and answers meaningless. */
function settleChoices(before: ImportChoices, step: Partial<ImportChoices>): ImportChoices {
  const moved = (['sheet', 'headerRow', 'headerRows'] as const).some((key) => step[key] !== undefined && step[key] !== before[key] && before[key] !== null);
  const next = { ...before, ...(moved ? { columns: [], settled: [], ...(step.sheet !== undefined && step.sheet !== before.sheet ? { headerRow: null, headerRows: null } : {}) } : {}), ...step };
  if (step.planId) next.planTitle = null;
  if (step.planTitle) next.planId = null;
  if (step.reviewId) next.reviewId = step.reviewId;
  if (step.reviewId) next.reviewTitle = null;
  if (step.reviewTitle) next.reviewId = null;
  return next;
}

/**
 * What a new upload starts with: for the very same file, all that was chosen for it last time; for another of the same
 * look, its plan and review. Columns, words and names of that look come from the kept mapping by themselves.
 */
async function firstChoices(db: EntityManager, sheets: readonly Sheet[], digest: Buffer): Promise<ImportChoices> {
  const [before] = await db.query<{ choices: Partial<ImportChoices>; state: string; plan_id: string | null }[]>(`select choices, state, plan_id from import where digest = $1 and state <> 'discarded' order by id desc limit 1`, [digest]);
  const mappings = await db.query<{ header_digest: string; choices: Partial<ImportChoices> }[]>('select header_digest, choices from import_mapping');
  const kept = Object.fromEntries(mappings.map((one) => [one.header_digest, one.choices]));
  const choices: ImportChoices = before ? { ...NO_CHOICES, ...before.choices } : { ...NO_CHOICES, sheet: likeliestSheet(sheets)?.name ?? null };
  const plan = planImport(sheets, choices, { people: [], organisations: [], words: [], findings: [], actions: [], mappings: kept }, today());
  const mapping = plan ? kept[plan.table.look] : undefined;
  const planId = before?.state === 'applied' ? before.plan_id : (choices.planId ?? (choices.planTitle === null ? (mapping?.planId ?? null) : null));
  const reviewId = choices.reviewId ?? (before?.state === 'applied' || choices.reviewTitle === null ? (mapping?.reviewId ?? null) : null);
  const [live] = await db.query<{ plan: boolean; review: boolean }[]>('select exists (select from plan where id = $1 and withdrawn_at is null) as plan, exists (select from review where id = $2 and withdrawn_at is null) as review', [planId, reviewId]);
  const settled = { ...choices, planId: live?.plan ? planId : null, reviewId: live?.review ? reviewId : null, planTitle: live?.plan ? null : choices.planTitle, reviewTitle: live?.review ? null : choices.reviewTitle };
  const checked = check(ImportChoices, settled);
  return checked.refusals ? NO_CHOICES : settled;
}
