import { CalendarDate, Id, NewUpdate, omit, Text } from '@followthrough/contracts';

/** The report as one flat form: the decision's fields beside the others, put together when it is sent. */
export class UpdateTyped extends omit(NewUpdate, 'decision', 'correctsId') {
  @Text('Decision needed', { max: 1_000, lines: true, nullable: true, optional: true, hint: 'What has to be decided above the owner' }) what?: string | null;
  @Id('From which board', { nullable: true, optional: true }) boardId?: string | null;
  @Text('From whom', { nullable: true, optional: true, hint: 'Who can decide, where it is no board' }) fromWhom?: string | null;
  @CalendarDate('Needed by', { nullable: true, optional: true }) neededBy?: string | null;
}

/** Where a refusal of the report belongs in the flat form. */
export const flat: Readonly<Record<string, string>> = { decision: 'what', 'decision.what': 'what', 'decision.boardId': 'boardId', 'decision.fromWhom': 'fromWhom', 'decision.neededBy': 'neededBy' };

/** What the form says, as the API takes it: fields that the chosen status does not ask for stay behind. */
export function reportOf({ what, boardId, fromWhom, neededBy, ...said }: UpdateTyped): NewUpdate {
  const worries = said.status === 'at_risk' || said.status === 'off_track';
  return {
    status: said.status,
    narrative: said.narrative ?? null,
    pathToGreen: worries ? (said.pathToGreen ?? null) : null,
    forecastOn: said.forecastOn ?? null,
    evidence: said.status === 'complete' || said.status === 'embedded' ? (said.evidence ?? null) : null,
    deliveryConfidence: said.deliveryConfidence ?? null,
    outcomeConfidence: said.outcomeConfidence ?? null,
    restricted: said.restricted ?? false,
    onBehalfOfId: said.onBehalfOfId ?? null,
    decision: said.status === 'off_track' && what && (boardId || fromWhom) ? { what, ...(boardId ? { boardId } : { fromWhom: fromWhom ?? null }), neededBy: neededBy ?? null } : null,
  };
}
