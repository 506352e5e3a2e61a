import { Inside, Instant, Json } from './kernel/fields';
import { route } from './kernel/route';

/** Longest draft of a report, in characters of its JSON: several times what a report may say. */
export const DRAFT_TEXT = 50_000;

/** A report that somebody has begun. Its form is the screen's: half of a date is kept as well. */
export class UpdateDraft {
  @Json('What is typed', { hint: 'The fields of the form by their names, at most 50,000 characters' }) said: Readonly<Record<string, unknown>>;
  @Instant('Typed at', { hint: 'By the clock of the device; what lies ahead counts as now' }) typedAt: string;
}

/** What the server keeps now: the newer of what it had and what came. */
export class KeptDraft {
  @Inside('Draft', () => UpdateDraft, { nullable: true }) draft: UpdateDraft | null;
}

export const updateDraftRoutes = {
  keep: route({ method: 'PUT', path: 'localities/:locality/actions/:id/update-draft', may: 'update.report', says: 'Keep what I have typed of a report, unless something newer is kept', body: UpdateDraft, answer: KeptDraft, refusals: ['rule'] }),
  drop: route({ method: 'DELETE', path: 'localities/:locality/actions/:id/update-draft', may: 'update.report', says: 'Throw my draft of a report away', answer: KeptDraft }),
};
