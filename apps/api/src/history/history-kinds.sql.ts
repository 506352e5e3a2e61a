import { type HistoryKind, type HistoryName, type HistoryPlace, historyPlaces } from '@followthrough/contracts';

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
  milestone: 'x.title',
  summit: 'x.title',
  person: 'x.name',
  organisation: 'x.name',
  team: 'x.name',
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
  skill: 'x.name',
};

/** Whose part a row is, by the column that says so. The first that leads somewhere is what a change of it is about. */
export const PART_OF: Readonly<Partial<Record<HistoryKind, Readonly<Record<string, HistoryKind>>>>> = {
  status_update: { action_id: 'action' },
  milestone: { action_id: 'action' },
  due_move: { action_id: 'action' },
  flag_override: { action_id: 'action' },
  evidence: { action_id: 'action' },
  closure: { action_id: 'action' },
  sustain_check: { action_id: 'action' },
  transfer: { action_id: 'action' },
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
  mention: { thread_id: 'thread' },
  effort: { action_id: 'action' },
  assignment: { effort_id: 'effort' },
  chase: { person_id: 'person' },
  retrospective: { plan_id: 'plan' },
  plan_version: { plan_id: 'plan' },
  amendment_decision: { plan_id: 'plan', action_id: 'action' },
  plan_signature: { plan_id: 'plan' },
  plan_sponsor: { plan_id: 'plan' },
  plan_board: { plan_id: 'plan', board_id: 'board' },
  board_meeting: { board_id: 'board' },
  board_attendance: { board_meeting_id: 'board_meeting' },
  reporting_cadence: { plan_id: 'plan' },
  reporting_cycle: { plan_id: 'plan' },
  cycle_reopening: { cycle_id: 'reporting_cycle' },
  confirmed_days: { organisation_id: 'organisation' },
  promise: { organisation_id: 'organisation' },
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
  bulk_edit: { locality_id: 'locality' },
  assessment_setting: { locality_id: 'locality' },
  productive_time: { locality_id: 'locality' },
  commitment_lines: { locality_id: 'locality' },
  scenario: { locality_id: 'locality' },
  scenario_answer: { scenario_id: 'scenario' },
  team_member: { team_id: 'team' },
  membership: { person_id: 'person' },
  skill: { locality_id: 'locality' },
  person_skill: { person_id: 'person' },
  invitation: { person_id: 'person' },
};

const parts = Object.entries(PART_OF).flatMap(([table, owners]) => Object.entries(owners).map(([column, owner]) => ({ table, column, owner })));
const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/** What an id can be said to lead to. */
export const namedKinds: readonly string[] = Object.keys(NAMES);

/**
 * CTE `about`: the kind and id of what each row of `page` is about: itself, or up the way whose part it is. Whose part a row is
 * never changes, so the history's first word of it says so, of what is gone too. `thing` is SQL of one more id, at position 0.
 */
export const aboutOf = (thing: string): string => `
  way(kind, col, owner, n) as materialized (values ${parts.map(({ table, column, owner }, at) => `(${quoted([table, column, owner])}, ${at})`).join(', ')}),
  about as materialized (
    with recursive up(position, kind, id) as (
      select h.position, h.table_name, h.row_id from page h
      union all select 0, (select h.table_name from audit h where h.row_id = ${thing} limit 1), ${thing} where ${thing} is not null
      union all
      select u.position, o.owner, o.id from up u cross join lateral (
        select w.owner, (f.had ->> w.col)::uuid as id
        from (select coalesce(h.after, h.before) as had from audit h where h.row_id = u.id order by h.position limit 1) f join way w on w.kind = u.kind and f.had ->> w.col is not null
        order by w.n limit 1) o
    )
    select position, kind, id from up where kind in (${quoted(historyPlaces)})
  )`;

/** CTE `named`: what the kinds and ids of the CTE `led` are called now. Of what is gone, as it was called last. */
export const namesOf = (led: string): string => `
  named as materialized (
    select d.kind, d.id, coalesce(nullif(btrim(coalesce(x.name, (select h.before ->> 'title' from audit h where h.row_id = d.id and h.change = 'delete' limit 1))), ''), '–') as name
    from ${led} d left join (
      ${Object.entries(NAMES).map(([table, name]) => `select '${table}' as kind, x.id, ${name} as name from ${table} x where x.id in (select y.id from ${led} y where y.kind = '${table}')`).join(' union all ')}
    ) x on x.kind = d.kind and x.id = d.id
  )`;

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
