import { type HistoryKind, historyKinds, type HistoryName, type HistoryPlace, historyPlaces } from '@followthrough/contracts';

/** What a row `x` of a table is called, as people know it. */
const NAMES: Readonly<Record<HistoryPlace | HistoryName, string>> = {
  action: `left(x.ref || ' ' || x.title, 600)`,
  plan: 'x.title',
  board: 'x.name',
  programme: 'x.name',
  review: 'x.title',
  framework: `x.title || ', ' || x.edition`,
  finding: `left(x.ref || ' ' || x.quotation, 160)`,
  cause: 'x.text',
  measure: 'x.title',
  summit: 'x.title',
  person: 'x.name',
  organisation: 'x.name',
  import: 'x.file_name',
  file: 'x.name',
  locality: 'x.name',
  status_word: 'x.word',
  outcome: 'left(x.text, 300)',
  plan_version: `'Version ' || x.number || ', ' || x.board`,
  criterion: `x.domain || ': ' || x.title`,
  question: 'x.text',
  poll: 'x.question',
  agenda_item: 'x.title',
  decision_request: 'left(x.what, 300)',
};

/** Whose part a row is, by the column that says so. The first that leads somewhere is what a change of it is about. */
export const PART_OF: Readonly<Partial<Record<HistoryKind, Readonly<Record<string, HistoryKind>>>>> = {
  status_update: { action_id: 'action' },
  due_move: { action_id: 'action' },
  flag_override: { action_id: 'action' },
  decision_request: { action_id: 'action' },
  action_organisation: { action_id: 'action' },
  action_finding: { action_id: 'action', finding_id: 'finding' },
  action_cause: { action_id: 'action', cause_id: 'cause' },
  action_outcome: { action_id: 'action', outcome_id: 'outcome' },
  action_measure: { action_id: 'action', measure_id: 'measure' },
  action_programme: { action_id: 'action', programme_id: 'programme' },
  dependency: { then_id: 'action', first_id: 'action' },
  co_production_step: { action_id: 'action', plan_id: 'plan' },
  thread: { action_id: 'action', finding_id: 'finding' },
  answer: { thread_id: 'thread' },
  chase: { person_id: 'person' },
  plan_version: { plan_id: 'plan' },
  amendment_decision: { plan_id: 'plan', action_id: 'action' },
  plan_signature: { plan_id: 'plan' },
  plan_sponsor: { plan_id: 'plan' },
  plan_board: { plan_id: 'plan', board_id: 'board' },
  board_meeting: { board_id: 'board' },
  confirmed_days: { organisation_id: 'organisation' },
  criterion_score: { review_id: 'review' },
  clock_entry: { review_id: 'review' },
  criterion: { framework_id: 'framework' },
  finding_criterion: { finding_id: 'finding' },
  quotation_correction: { finding_id: 'finding' },
  finding_measure: { finding_id: 'finding', measure_id: 'measure' },
  measure_point: { measure_id: 'measure' },
  diagnosis: { finding_id: 'finding' },
  why: { diagnosis_id: 'diagnosis' },
  why_evidence: { why_id: 'why' },
  finding_cause: { finding_id: 'finding', cause_id: 'cause' },
  diagnosis_round: { finding_id: 'finding' },
  round_partner: { round_id: 'diagnosis_round' },
  partner_view: { round_id: 'diagnosis_round' },
  partner_agreement: { round_id: 'diagnosis_round' },
  agenda_item: { summit_id: 'summit' },
  agenda_item_finding: { agenda_item_id: 'agenda_item' },
  invitee: { summit_id: 'summit' },
  attendance: { summit_id: 'summit' },
  material: { summit_id: 'summit' },
  room: { summit_id: 'summit' },
  question: { room_id: 'room' },
  poll: { room_id: 'room' },
  outcome: { summit_id: 'summit' },
  outcome_organisation: { outcome_id: 'outcome' },
  outcome_finding: { outcome_id: 'outcome', finding_id: 'finding' },
  outcome_origin: { outcome_id: 'outcome' },
  assessment_setting: { locality_id: 'locality' },
  membership: { person_id: 'person' },
  invitation: { person_id: 'person' },
};

const isPlace = (kind: HistoryKind): kind is HistoryPlace => (historyPlaces as readonly string[]).includes(kind);
const parts = Object.entries(PART_OF).flatMap(([table, owners]) => Object.entries(owners).map(([column, owner]) => ({ table, column, owner })));

/** The name of what an id leads to. */
export const namesById = (id: string): string => Object.entries(NAMES).map(([table, name]) => `when '${table}' then (select ${name} from ${table} x where x.id = (${id})::uuid)`).join(' ');

/** What the row `x` of a kind is about: itself, or up the way whose part it is. */
function about(kind: HistoryKind, depth = 0): string {
  const row = depth === 0 ? 'x' : `x${depth}`;
  if (isPlace(kind)) return `jsonb_build_object('kind', '${kind}', 'id', ${row}.id, 'name', coalesce(nullif(btrim(${NAMES[kind].replaceAll('x.', `${row}.`)}), ''), '–'))`;
  const next = depth + 1;
  const ways = Object.entries(PART_OF[kind] ?? {}).map(([column, owner]) => `(select ${about(owner, next)} from ${owner} x${next} where x${next}.id = ${row}.${column})`);
  return ways.length === 1 ? (ways[0] ?? 'null') : `coalesce(${ways.join(', ')})`;
}

/** What the audit row `h` is about. What is gone is read from the history itself. */
export const thingOf = `case h.table_name ${historyKinds
  .map((kind) => {
    const had = `select g.* from jsonb_populate_record(null::${kind}, coalesce(h.before, h.after)) g where h.change <> 'update' and not exists (select from ${kind} z where z.id = h.row_id)`;
    return `when '${kind}' then (select ${about(kind)} from (select y.* from ${kind} y where y.id = h.row_id union all ${had}) x)`;
  })
  .join(' ')} end`;

/**
 * CTE `part`: the ids of a thing and of all its parts, and of their parts, those included that were taken away since.
 * `thing` is SQL of its id.
 */
export const partsOf = (thing: string): string => `
  gone as materialized (
    select h.row_id, h.table_name, (h.before ->> o.col)::uuid as owner
    from audit h join (values ${parts.map(({ table, column }) => `('${table}', '${column}')`).join(', ')}) o(kind, col) on o.kind = h.table_name where h.change = 'delete'
  ),
  part as (
    with recursive part(id, kind) as (
      select ${thing}, (select h.table_name from audit h where h.row_id = ${thing} limit 1)
      union
      select l.id, l.kind from part p cross join lateral (
        ${parts.map(({ table, column, owner }) => `select t.id, '${table}' as kind from ${table} t where p.kind = '${owner}' and t.${column} = p.id`).join(' union all ')}
        union all select g.row_id, g.table_name from gone g where g.owner = p.id
      ) l
    )
    select id, kind from part
  )`;
