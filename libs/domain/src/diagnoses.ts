import type { BodyOf, Diagnosis, diagnosisRoutes, FieldRefusal } from '@followthrough/contracts';

/** So many whys at most: past a dozen the chain is several causes, each with a chain of its own. */
export const MOST_WHYS = 12;

/** A diagnosis can be agreed once one of the finding's causes is named as the root. */
export function checkAgreement({ rootCauseId }: Pick<Diagnosis, 'rootCauseId'>): readonly FieldRefusal[] {
  return rootCauseId ? [] : [{ field: 'rootCauseId', code: 'rule', message: 'Choose which cause is the root before it is agreed' }];
}

type Evidence = BodyOf<typeof diagnosisRoutes.addEvidence>;

/** A link needs an address of the web, a file the file, a measure its figure or the measure that is kept here; none carries what is another's. */
export function checkEvidence({ kind, url, figure, fileId, measureId }: Evidence): readonly FieldRefusal[] {
  const refused: FieldRefusal[] = [];
  const no = (field: string, message: string) => refused.push({ field, code: 'rule', message });
  if (kind === 'link' && !/^https?:\/\/[^\s]+$/i.test(url ?? '')) no('url', 'Give the address of the page, beginning with https://');
  if (kind === 'measure' && !figure && !measureId) no('figure', 'Give the figure, with its date, or choose a measure that is kept here');
  if (kind === 'file' && !fileId) no('fileId', 'Choose the file first');
  if (kind !== 'link' && url) no('url', 'Only a link has an address: add it as evidence of its own');
  if (kind !== 'measure' && figure) no('figure', 'Only a measure has a figure: add it as evidence of its own');
  if (kind !== 'measure' && measureId) no('measureId', 'Only a measure is one: add it as evidence of its own');
  if (kind !== 'file' && fileId) no('fileId', 'Add the file as evidence of its own');
  return refused;
}

/** The same things with one of them moved to a place, counted from 1; past the end means the end. */
export function moved<T>(all: readonly T[], one: T, place: number): readonly T[] {
  const others = all.filter((other) => other !== one);
  return [...others.slice(0, place - 1), one, ...others.slice(place - 1)];
}
