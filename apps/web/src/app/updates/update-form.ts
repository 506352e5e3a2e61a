import { type AssuranceLine, assuranceLines, CalendarDate, type EvidenceType, evidenceTypes, Id, type NewEvidenceItem, NewUpdate, omit, OneOf, Prose, Text } from '@followthrough/contracts';

/** The report as one flat form: the fields of the decision and of the evidence beside the others, put together when it is sent. */
export class UpdateTyped extends omit(NewUpdate, 'decision', 'correctsId', 'evidence') {
  @Text('Decision needed', { max: 1_000, lines: true, nullable: true, optional: true, hint: 'What has to be decided above the owner' }) what?: string | null;
  @Id('From which board', { nullable: true, optional: true }) boardId?: string | null;
  @Text('From whom', { nullable: true, optional: true, hint: 'Who can decide, where it is no board' }) fromWhom?: string | null;
  @CalendarDate('Needed by', { nullable: true, optional: true }) neededBy?: string | null;
  @OneOf('Kind of evidence', evidenceTypes, { nullable: true, optional: true }) proofKind?: EvidenceType | null;
  @OneOf('Who stands behind it', assuranceLines, { nullable: true, optional: true }) proofLine?: AssuranceLine | null;
  @Text('What it is', { nullable: true, optional: true, hint: 'Such as: audit of 20 discharges, ward 4, October' }) proofTitle?: string | null;
  @Text('Where it is', { nullable: true, optional: true, max: 2_000, pattern: /^https?:\/\/[^\s"<>]+$/, patternSays: 'an address that begins with https://' }) proofUrl?: string | null;
  @Id('File', { nullable: true, optional: true }) proofFileId?: string | null;
  @Prose('In words', { nullable: true, optional: true, max: 4_000, hint: 'Who saw or said what, where and when. Never anything about a patient.' }) proofWords?: string | null;
}

/** Where a refusal of the report belongs in the flat form. */
export const flat: Readonly<Record<string, string>> = { decision: 'what', 'decision.what': 'what', 'decision.boardId': 'boardId', 'decision.fromWhom': 'fromWhom', 'decision.neededBy': 'neededBy', evidence: 'proofTitle', 'evidence.0.kind': 'proofKind', 'evidence.0.line': 'proofLine', 'evidence.0.title': 'proofTitle', 'evidence.0.url': 'proofUrl', 'evidence.0.fileId': 'proofUrl', 'evidence.0.words': 'proofWords' };

/** What the form says, as the API takes it: fields that the chosen status does not ask for stay behind. */
export function reportOf({ what, boardId, fromWhom, neededBy, proofKind, proofLine, proofTitle, proofUrl, proofFileId, proofWords, ...said }: UpdateTyped): NewUpdate {
  const worries = said.status === 'at_risk' || said.status === 'off_track';
  const isThing = proofKind === 'document' || proofKind === 'data';
  const proof: NewEvidenceItem[] = proofKind && proofLine && proofTitle ? [{ kind: proofKind, line: proofLine, title: proofTitle, url: isThing ? (proofUrl ?? null) : null, fileId: isThing ? (proofFileId ?? null) : null, words: proofWords ?? null, restricted: said.restricted ?? false }] : [];
  return {
    status: said.status,
    narrative: said.narrative ?? null,
    pathToGreen: worries ? (said.pathToGreen ?? null) : null,
    forecastOn: said.forecastOn ?? null,
    daysSpent: said.daysSpent ?? null,
    daysLeft: said.daysLeft ?? null,
    evidence: said.status === 'complete' ? proof : [],
    deliveryConfidence: said.deliveryConfidence ?? null,
    outcomeConfidence: said.outcomeConfidence ?? null,
    restricted: said.restricted ?? false,
    onBehalfOfId: said.onBehalfOfId ?? null,
    decision: said.status === 'off_track' && what && (boardId || fromWhom) ? { what, ...(boardId ? { boardId } : { fromWhom: fromWhom ?? null }), neededBy: neededBy ?? null } : null,
  };
}
