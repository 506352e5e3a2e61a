import { historyKinds, historyWords } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';
import { PART_OF } from './history-kinds.sql';

/** Audited, and never shown. */
const KEPT_OUT: Readonly<Record<string, string>> = {
  file_content: 'bytes',
  import_file: 'bytes',
  import_source: 'a source row that the import page shows',
  import_mapping: 'choices of an import, kept for the next one',
  plan_version_part: 'the frozen plan, which its version shows',
  cycle_part: 'the frozen plan, which its cycle shows',
  working_pattern: 'somebody’s figures, which they and their employer’s leads see on their page',
  leave: 'as working_pattern',
  days_check: 'as working_pattern',
  release: 'as working_pattern',
  scenario_change: 'who gives what, which its scenario shows to those whose figures they are to see',
  participant: 'when somebody came into a room could tell who asked a question without a name',
};
/** Columns that are never shown, of a table or of any. */
const KEPT_BACK: Readonly<Record<string, string>> = {
  locality_id: 'here', id: 'says nothing', version: 'counts changes', search: 'made of other columns',
  reported_at: 'when it was written', raised_at: 'when it was written', answered_at: 'when it was written', recorded_at: 'when it was written', recorded_on: 'when it was written', corrected_at: 'when it was written', given_at: 'when it was written', said_at: 'when it was written', asked_at: 'when it was written', created_at: 'when it was written', created_on: 'when it was written', captured_at: 'when it was written', attached_at: 'when it was written', begun_at: 'when it was written', moved_on: 'when it was written', added_on: 'when it was written', overridden_at: 'when it was written', frozen_at: 'when it was written', published_at: 'when it was written', reopened_at: 'when it was written', edited_at: 'when it was written', edited_by: 'who made the change',
  'action.last_update_id': 'the update has its own row', 'due_move.xact': 'of the database', 'flag_override.ends_id': 'the flag it names counts again', 'measure_point.corrects_id': 'the figure it leads to has its own row', 'status_update.corrects_id': 'the update it leads to has its own row',
  'invitation.token_digest': 'opens a door', 'room.code': 'opens a door', 'file.digest': 'for seals', 'import.digest': 'for seals',
  'person.funded_until': 'of their employer, on their page', 'membership.user_id': 'an account, whose person is named', 'membership.person_id': 'what it is about', 'invitation.person_id': 'what it is about', 'invitation.invited_by': 'who made the change', 'import.created_by': 'who made the change',
  'import.size': 'said nowhere', 'framework.shipped': 'said nowhere', 'locality.slug': 'fixed', 'locality.is_demo': 'fixed', 'invitee.told': 'in the mail', 'invitee.sequence': 'in the mail',
  'amendment_decision.position': 'a place in the history', 'amendment_decision.item': 'named before or after', 'amendment_decision.ref': 'of its action', 'amendment_decision.title': 'of its action', 'amendment_decision.plan_id': 'what it is about',
  'plan_version.board_id': 'as it was called that day', 'amendment_decision.board_id': 'as it was called that day',
  'mention.answer_id': 'the answer has its own row', 'assignment.person_id': 'somebody’s figures, which they and their employer’s leads see', 'assignment.minutes': 'as its person',
  'scenario.made_by': 'who made the change', 'scenario.made_at': 'when it was written', 'scenario.proposed_at': 'when it was written', 'scenario_answer.answered_by': 'who made the change',
  'evidence.update_id': 'of the claim', 'evidence.corrects_id': 'the evidence it leads to has its own row', 'evidence.file_id': 'the file has its own row', 'closure.update_id': 'the update has its own row', 'closure.number': 'a place in the order', 'closure.at': 'when it was written', 'closure.transfer_id': 'the transfer has its own row', 'sustain_check.closure_id': 'the step has its own row',
  'action.owned_since': 'the owner has a row', 'reporting_cycle.board_meeting_id': 'its day is there', 'reporting_cycle.counts_from': 'said nowhere', 'reporting_cycle.edition': 'counts freezes', 'cycle_reopening.edition': 'counts freezes', 'cycle_reopening.xact': 'of the database',
  'reporting_cycle.frozen_by': 'who made the change', 'reporting_cycle.published_by': 'who made the change', 'reporting_cycle.compares_to_id': 'said on its page', 'reporting_cycle.digest': 'for seals',
  'criterion_score.framework_id': 'of its review', 'outcome_origin.question_id': 'its text is there', 'outcome_origin.poll_id': 'its text is there',
};

describe('what the history shows', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('names every audited table and column, or says why it is kept out', async () => {
    const { rows } = await stage.owner.query<{ name: string; columns: string[] }>(`select c.relname as name, array_agg(a.attname::text) as columns from pg_class c join pg_trigger g on g.tgrelid = c.oid and g.tgname = 'audit' join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped group by 1`);
    const tables = [...rows.map(({ name }) => name), 'partner_view'];
    expect([...historyKinds, ...Object.keys(KEPT_OUT)].sort()).toEqual(tables.sort());
    const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const shown = (kind: (typeof historyKinds)[number]) => Object.keys(historyWords[kind].fields).map(snake);
    const forgotten = historyKinds.flatMap((kind) => (rows.find(({ name }) => name === kind)?.columns ?? []).filter((column) => !shown(kind).includes(column) && !(column in KEPT_BACK) && !(`${kind}.${column}` in KEPT_BACK) && !(column in (PART_OF[kind] ?? {}))).map((column) => `${kind}.${column}`));
    expect(forgotten).toEqual([]);
    const unheard = historyKinds.flatMap((kind) => shown(kind).filter((column) => kind !== 'partner_view' && !rows.find(({ name }) => name === kind)?.columns.includes(column)).map((column) => `${kind}.${column}`));
    expect(unheard).toEqual([]);
  });
});
