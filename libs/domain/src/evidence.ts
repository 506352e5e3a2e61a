import type { AssuranceLine, EvidenceType, FieldRefusal, NewEvidenceItem } from '@followthrough/contracts';

/** What evidence must hold, and which of it counts. The database holds the same in `something_to_look_at` and `kernel.standing_evidence`. */

const no = (field: string, message: string): FieldRefusal => ({ field, code: 'rule', message });

/** A document or data is something to open; an observation or testimony is somebody's words. `at` leads the fields of a list. */
export function checkEvidenceItem({ kind, url, fileId, words }: Pick<NewEvidenceItem, 'kind' | 'url' | 'fileId' | 'words'>, at = ''): readonly FieldRefusal[] {
  if (kind === 'document' || kind === 'data') return url || fileId ? [] : [no(`${at}url`, kind === 'document' ? 'Attach the document, or say where it is' : 'Attach the data, or say where they are')];
  return words ? [] : [no(`${at}words`, kind === 'observation' ? 'Say who saw what, where and when' : 'Say who said what, and when')];
}

export interface GivenEvidence {
  readonly kind: EvidenceType;
  readonly line: AssuranceLine;
}

/** Evidence of the kind that was agreed; where none was, any kind does. */
export const ofAgreedKind = <E extends GivenEvidence>(agreed: EvidenceType | null, given: readonly E[]): readonly E[] => given.filter(({ kind }) => agreed === null || kind === agreed);

/** Somebody who oversees the work, or is independent of it, stands behind it. */
export const isSecondLine = ({ line }: Pick<GivenEvidence, 'line'>): boolean => line !== 'first';

/** The kinds and the lines as they stand in a list, and as they are typed. */
export const evidenceNames: Readonly<Record<EvidenceType, string>> = { document: 'Document', data: 'Data', observation: 'Observation', testimony: 'Testimony' };
export const lineNames: Readonly<Record<AssuranceLine, string>> = { first: 'First line', second: 'Second line', third: 'Third line' };

/** In a sentence: “a document”, “an observation”. */
export const evidenceSaid: Readonly<Record<EvidenceType, string>> = { document: 'a document', data: 'data', observation: 'an observation', testimony: 'testimony' };
