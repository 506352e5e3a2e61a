import { FileItem } from './files';
import { draft, omit, pick } from './kernel/derive';
import { Flag, Id, Inside, Instant, OneOf, Prose, Text } from './kernel/fields';
import { type AssuranceLine, assuranceLines, type EvidenceType, evidenceTypes } from './words';

/** Evidence that one claim can carry at most. */
export const MOST_EVIDENCE_AT_ONCE = 10;

/** Something that shows what became of an action. Never altered: a correction is new evidence that points at the old. */
export class Evidence {
  @Id('Id') id: string;
  @OneOf('Kind of evidence', evidenceTypes) kind: EvidenceType;
  @OneOf('Who stands behind it', assuranceLines) line: AssuranceLine;
  @Text('What it is', { hint: 'Such as: audit of 20 discharges, ward 4, October' }) title: string;
  @Text('Where it is', { nullable: true, max: 2_000, pattern: /^https?:\/\/[^\s"<>]+$/, patternSays: 'an address that begins with https://' }) url: string | null;
  @Prose('In words', { nullable: true, max: 4_000, hint: 'Who saw or said what, where and when. Never anything about a patient.' }) words: string | null;
  @Flag('Keep this out of the public version') restricted: boolean;
  @Id('Corrects', { nullable: true }) correctsId: string | null;
  @Inside('File', () => EvidenceFile, { nullable: true }) file: EvidenceFile | null;
  @Text('Given by', { nullable: true }) givenByName: string | null;
  @Instant('Given at') givenAt: string;
  @Flag('Corrected since') corrected: boolean;
  @Flag('Withheld', { hint: 'It is restricted and not for this reader' }) withheld: boolean;
}

export class EvidenceFile extends pick(FileItem, 'id', 'name', 'size') {}

/** What somebody gives: a document or data with an address or a file, an observation or testimony in words. */
export class NewEvidenceItem extends draft(omit(Evidence, 'id', 'file', 'givenByName', 'givenAt', 'corrected', 'withheld', 'restricted')) {
  @Id('File', { nullable: true, optional: true }) fileId?: string | null;
  @Flag('Keep this out of the public version', { optional: true }) restricted?: boolean;
}
