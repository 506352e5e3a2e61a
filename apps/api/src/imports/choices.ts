import { check, ImportChoices } from '@followthrough/contracts';
import { likeliestSheet, planImport, type Sheet } from '@followthrough/domain';
import { NO_CHOICES } from './loaded';
import type { Db } from './worker/db';

/** The step laid over what was chosen. Another sheet or header makes the old columns and answers meaningless. */
export function settleChoices(before: ImportChoices, step: Partial<ImportChoices>): ImportChoices {
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
export async function firstChoices(db: Db, sheets: readonly Sheet[], digest: Buffer, today: string): Promise<ImportChoices> {
  const [before] = await db.query<{ choices: Partial<ImportChoices>; state: string; plan_id: string | null }[]>(`select choices, state, plan_id from import where digest = $1 and state <> 'discarded' order by id desc limit 1`, [digest]);
  const mappings = await db.query<{ header_digest: string; choices: Partial<ImportChoices> }[]>('select header_digest, choices from import_mapping');
  const kept = Object.fromEntries(mappings.map((one) => [one.header_digest, one.choices]));
  const choices: ImportChoices = before ? { ...NO_CHOICES, ...before.choices } : { ...NO_CHOICES, sheet: likeliestSheet(sheets)?.name ?? null };
  const plan = planImport(sheets, choices, { people: [], organisations: [], words: [], findings: [], actions: [], mappings: kept }, today);
  const mapping = plan ? kept[plan.table.look] : undefined;
  const planId = before?.state === 'applied' ? before.plan_id : (choices.planId ?? (choices.planTitle === null ? (mapping?.planId ?? null) : null));
  const reviewId = choices.reviewId ?? (before?.state === 'applied' || choices.reviewTitle === null ? (mapping?.reviewId ?? null) : null);
  const [live] = await db.query<{ plan: boolean; review: boolean }[]>('select exists (select from plan where id = $1 and withdrawn_at is null) as plan, exists (select from review where id = $2 and withdrawn_at is null) as review', [planId, reviewId]);
  const settled = { ...choices, planId: live?.plan ? planId : null, reviewId: live?.review ? reviewId : null, planTitle: live?.plan ? null : choices.planTitle, reviewTitle: live?.review ? null : choices.reviewTitle };
  const checked = check(ImportChoices, settled);
  return checked.refusals ? NO_CHOICES : settled;
}
