import type { FindingKind, Force, ImportField } from '@followthrough/contracts';
import { type ActionValues, findingKindOf, forceOf, FULL_TIME_DAY, type ImportPlan, meaning, type PlannedRow, sameText, tidy } from '@followthrough/domain';
import { because } from '../kernel/because';
import { chosen, type Changed, type Loaded, type Report } from './loaded';
import type { Db, Told } from './worker/db';

/** Writes a whole import in a few statements, each of many rows. It sends no mail: an import is silent. */
export async function applyImport(db: Db, loaded: Loaded, plan: ImportPlan, today: string, told: Told): Promise<void> {
  await told(5);
  await because(db, `Import of ${loaded.import.fileName}`);
  const choices = chosen(loaded);
  const importId = loaded.import.id;
  await db.query('set constraints action_last_update deferred');
  const ids = await Ids.of(db, plan);
  // A sheet of findings alone goes into no plan.
  const planId = choices.planId ?? (choices.planTitle === null ? null : await idOf(db, 'insert into plan (title, import_id) values ($1, $2) returning id', [choices.planTitle, importId]));
  const people = await makeOrganisationsAndPeople(db, loaded, plan, ids);
  const findings = await makeFindings(db, loaded, plan, ids);
  await told(15);
  const rows = plan.rows.filter((row) => row.outcome === 'create' || row.outcome === 'change' || row.outcome === 'unchanged' || row.outcome === 'link');
  const actions = rows.filter((row) => row.entry.kind === 'action');
  const idOfEntry = new Map(actions.map((row) => [row.entry.key, row.entry.known?.id ?? ids.next()] as const));
  const actionId = (row: PlannedRow): string => idOfEntry.get(row.entry.key) ?? '';
  const updates = actions.flatMap((row) => (row.update && row.update.asOf !== null && row.outcome !== 'unchanged' ? [updateOf(row, actionId(row), ids)] : []));
  const updateOfAction = new Map(updates.map((update) => [update.action_id, update] as const));

  const created = actions.filter((row) => row.outcome === 'create');
  const inserted = created.map((row) => {
    const update = updateOfAction.get(actionId(row));
    return { ...columnsOf(row.values, ids), id: actionId(row), plan_id: planId, ref: row.entry.ref, status: update?.status ?? 'not_started', status_on: update?.as_of ?? today, last_update_id: update?.id ?? null, created_on: earliest(update?.as_of ?? today, today), import_id: importId };
  });
  await db.query(`insert into action (id, plan_id, ref, ${COLUMNS}, baseline_due_on, status, status_on, last_update_id, created_on, import_id) select id, plan_id, ref, ${COLUMNS}, due_on, status, status_on, last_update_id, created_on, import_id from jsonb_to_recordset($1) as t(id uuid, plan_id uuid, ref text, ${TYPES}, status text, status_on date, last_update_id uuid, created_on date, import_id uuid)`, [JSON.stringify(inserted)]);
  await makeLines(db, created.flatMap((row) => (row.range ? [{ id: actionId(row), days: row.values.daysNeeded, ...row.range }] : [])), importId);
  await told(45);
  await db.query(`insert into status_update (id, action_id, status, as_of, narrative, on_behalf_of, import_id) select id, action_id, status, as_of, narrative, on_behalf_of, $2 from jsonb_to_recordset($1) as t(id uuid, action_id uuid, status text, as_of date, narrative text, on_behalf_of uuid)`, [JSON.stringify(updates), importId]);
  const { changed, ended } = await changeActions(db, loaded, actions.filter((row) => row.outcome === 'change'), ids);
  await settleStatus(db, actions.filter((row) => row.entry.known && updateOfAction.has(actionId(row))).map(actionId));

  await told(65);
  const contributing = created.flatMap((row) => row.values.contributingIds.map((one) => ({ action_id: actionId(row), organisation_id: ids.real(one) })));
  await db.query('insert into action_organisation (action_id, organisation_id) select action_id, organisation_id from jsonb_to_recordset($1) as t(action_id uuid, organisation_id uuid) on conflict do nothing', [JSON.stringify(contributing)]);
  const { linked, unlinked } = await linkFindings(db, rows, actionId, idOfEntry, findings.byText);
  await told(80);
  const sources = actions.map((row) => ({ action_id: actionId(row), row_number: row.entry.row, said: { ...row.base, value: ids.realIn(row.base.value) } }));
  await db.query('insert into import_source (import_id, action_id, sheet, row_number, said) select $2, action_id, $3, row_number, said from jsonb_to_recordset($1) as t(action_id uuid, row_number integer, said jsonb)', [JSON.stringify(sources), importId, plan.table.sheet.name]);
  await told(95);
  await rememberMapping(db, plan, planId, findings.reviewId);
  const report: Report = { counts: plan.counts, ...people, findings: findings.made, updates: updates.length, changed, ended, linked, unlinked, xacts: [await idOf(db, 'select pg_current_xact_id()::text as id', [])] };
  await db.query(`update import set state = 'applied', applied_at = now(), plan_id = $2, report = $3 where id = $1`, [importId, planId, JSON.stringify(report)]);
}

const FIELDS = {
  title: 'text', description: 'text', theme: 'text', horizon: 'text', priority: 'text', owner_id: 'uuid', accountable_person_id: 'uuid', accountable_organisation_id: 'uuid', start_on: 'date', start_text: 'text', due_on: 'date', due_text: 'text', due_text_kept: 'boolean',
  success_measure: 'text', resources: 'text', days_needed: 'numeric', risks: 'text', next_steps: 'text',
} as const;
export const COLUMNS = Object.keys(FIELDS).join(', ');
export const TYPES = Object.entries(FIELDS).map(([name, type]) => `${name} ${type}`).join(', ');
export const SETS = Object.keys(FIELDS).map((name) => `${name} = t.${name}`).join(', ');

function columnsOf(values: ActionValues, ids: Ids): Readonly<Record<keyof typeof FIELDS, unknown>> {
  return {
    title: values.title, description: values.description, theme: values.theme, horizon: values.horizon, priority: values.priority,
    owner_id: ids.real(values.ownerId), accountable_person_id: ids.real(values.accountablePersonId), accountable_organisation_id: ids.real(values.accountableOrganisationId),
    start_on: values.startOn, start_text: values.startText, due_on: values.dueOn, due_text: values.dueText, due_text_kept: values.dueTextKept,
    success_measure: values.successMeasure, resources: values.resources, days_needed: values.daysNeeded, risks: values.risks, next_steps: values.nextSteps,
  };
}

/** New ids in the order of time, and what `new:…` names stand for. */
class Ids {
  private at = 0;
  private readonly made = new Map<string, string>();
  private constructor(private readonly pool: readonly string[]) {}

  static async of(db: Db, plan: ImportPlan): Promise<Ids> {
    const wanted = plan.rows.length * 3 + plan.names.people.size + plan.names.organisations.size + 10;
    const rows = await db.query<{ id: string }[]>('select uuidv7() as id from generate_series(1, $1)', [wanted]);
    return new Ids(rows.map((row) => row.id));
  }
  next(): string {
    const id = this.pool[this.at++];
    if (id === undefined) throw new Error('an import needs more ids than it has rows');
    return id;
  }
  /** The id behind a name that this import makes; any other id is itself. */
  real(id: string | null): string | null {
    if (id === null || !id.startsWith('new:')) return id;
    const known = this.made.get(id) ?? this.next();
    this.made.set(id, known);
    return known;
  }
  realIn(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const one = (said: unknown): unknown => (typeof said === 'string' ? this.real(said) : Array.isArray(said) ? said.map(one) : said);
    return Object.fromEntries(Object.entries(value).map(([field, said]) => [field, ['owner', 'accountablePerson', 'organisations', 'accountableOrganisation', 'contributingOrganisations'].includes(field) ? sorted(field, one(said)) : said]));
  }
}

/** Real ids sort otherwise than the names they stood for; contributors are compared in the order of their ids. */
function sorted(field: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const ids = value as (string | null)[];
  return field === 'organisations' ? [ids[0] ?? null, ...ids.slice(1).sort()] : [...ids].sort();
}

async function idOf(db: Db, sql: string, values: readonly unknown[]): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(sql, [...values]);
  if (!row) throw new Error('a row was not made');
  return row.id;
}

async function makeOrganisationsAndPeople(db: Db, loaded: Loaded, plan: ImportPlan, ids: Ids): Promise<{ readonly people: number; readonly organisations: number }> {
  const importId = loaded.import.id;
  const bodies = [...plan.names.organisations.values()].filter((one) => one.choice === 'create').map((one) => ({ id: ids.real(one.id), name: one.value, kind: one.kind ?? 'other' }));
  await db.query('insert into organisation (id, name, kind, import_id) select id, name, kind, $2 from jsonb_to_recordset($1) as t(id uuid, name text, kind text)', [JSON.stringify(bodies), importId]);
  const taken = new Set(loaded.people.flatMap((one) => (one.email ? [sameText(one.email)] : [])));
  const partners = new Map(loaded.organisations.flatMap((one) => [one.name, ...one.aliases].map((name) => [sameText(name), one.id] as const)));
  const made = [...plan.names.people.values()].filter((one) => one.choice === 'create').map((one) => {
    const email = one.contact?.email && !taken.has(sameText(one.contact.email)) ? one.contact.email : null;
    if (email) taken.add(sameText(email));
    const body = one.contact?.organisation ? sameText(one.contact.organisation) : null;
    return { id: ids.real(one.id), name: one.value, email, organisation_id: body === null ? null : (ids.real(plan.names.organisations.get(body)?.id ?? null) ?? partners.get(body) ?? null) };
  });
  await db.query('insert into person (id, name, email, organisation_id, import_id) select id, name, email, organisation_id, $2 from jsonb_to_recordset($1) as t(id uuid, name text, email text, organisation_id uuid)', [JSON.stringify(made), importId]);
  return { people: made.length, organisations: bodies.length };
}

/** The same text is the same finding. New ones get the sheet's own ref, or the next number of the review. */
async function makeFindings(db: Db, loaded: Loaded, plan: ImportPlan, ids: Ids): Promise<{ readonly byText: ReadonlyMap<string, string>; readonly made: number; readonly reviewId: string | null }> {
  const choices = chosen(loaded);
  const rows = plan.rows.filter((row) => row.finding !== null && row.outcome !== 'left_out' && row.outcome !== 'stuck');
  const byText = new Map(loaded.findings.map((one) => [sameText(one.quotation), one.id] as const));
  if (rows.length === 0 && choices.reviewTitle === null) return { byText, made: 0, reviewId: choices.reviewId };
  const reviewId = choices.reviewId ?? (await makeReview(db, choices.reviewTitle ?? '', loaded.import.id));
  const refs = new Set(loaded.findings.map((one) => sameText(one.ref)));
  let number = 0;
  const made: { id: string; ref: string; quotation: string; page: string | null; kind: FindingKind; force: Force; themes: string[] }[] = [];
  for (const row of rows) {
    const text = row.finding ?? '';
    if (byText.has(sameText(text))) continue;
    const cell = (field: ImportField): string => meaning(row.entry.cells[field]?.text ?? '').slice(0, 40);
    const alone = row.entry.kind === 'finding_only';
    let ref = cell('findingRef') || (alone ? row.entry.sourceRef.slice(0, 40) : '');
    if (ref === '' || refs.has(sameText(ref))) do ref = String(++number); while (refs.has(ref));
    refs.add(sameText(ref));
    const id = ids.next();
    byText.set(sameText(text), id);
    const force = cell('findingForce') === '' ? (alone ? forceOf(text) : 'should') : forceOf(cell('findingForce'));
    made.push({ id, ref, quotation: tidy(text), page: cell('page') || null, kind: findingKindOf(cell('findingKind')) ?? 'area_for_improvement', force, themes: row.values.theme ? [row.values.theme] : [] });
  }
  await db.query('insert into finding (id, review_id, ref, quotation, page, kind, force, themes, import_id) select id, $2, ref, quotation, page, kind, force, themes, $3 from jsonb_to_recordset($1) as t(id uuid, ref text, quotation text, page text, kind text, force text, themes text[])', [JSON.stringify(made), reviewId, loaded.import.id]);
  return { byText, made: made.length, reviewId };
}

/** A review that the lead only named: of the framework that such plans follow, or else of any. */
async function makeReview(db: Db, title: string, importId: string): Promise<string> {
  return idOf(db, `insert into review (framework_id, title, import_id) select f.id, $1, $2 from framework f where f.state = 'published' order by (f.code = 'cqc-local-system-review') desc, f.code, f.edition limit 1 returning id`, [title, importId]);
}

function updateOf(row: PlannedRow, actionId: string, ids: Ids): { readonly id: string; readonly action_id: string; readonly status: string; readonly as_of: string; readonly narrative: string | null; readonly on_behalf_of: string | null } {
  const update = row.update;
  const note = update?.saysEmbedded ? `The plan said “${meaning(row.entry.cells.status?.text ?? '')}”.` : null;
  return { id: ids.next(), action_id: actionId, status: update?.status ?? row.entry.known?.status ?? 'not_started', as_of: update?.asOf ?? '', narrative: [update?.narrative, note].filter(Boolean).join('\n') || null, on_behalf_of: ids.real(row.values.ownerId) };
}

/** Changes what is here, with a recorded move for each due date, and keeps what was there before. */
async function changeActions(db: Db, loaded: Loaded, rows: readonly PlannedRow[], ids: Ids): Promise<{ readonly changed: Changed[]; readonly ended: readonly string[] }> {
  const choices = chosen(loaded);
  const known = rows.flatMap((row) => (row.entry.known ? [{ row, here: row.entry.known }] : []));
  const moves = known.filter(({ row, here }) => here.dueOn !== null && here.dueOn !== row.values.dueOn).map(({ row, here }) => ({ action_id: here.id, from_on: here.dueOn, to_on: row.values.dueOn }));
  await db.query('insert into due_move (action_id, from_on, to_on, reason, note, agreed_by, import_id) select action_id, from_on, to_on, $2, $3, $4, $5 from jsonb_to_recordset($1) as t(action_id uuid, from_on date, to_on date)', [JSON.stringify(moves), choices.moveReason ?? 'external', `Imported from ${loaded.import.fileName}`, choices.moveAgreedBy ?? '', loaded.import.id]);
  const after = known.map(({ row, here }) => ({ id: here.id, ...columnsOf(row.values, ids) })).filter((one, index) => JSON.stringify(one) !== JSON.stringify({ id: known[index]?.here.id, ...columnsOf(known[index]?.here ?? ({} as ActionValues), ids) }));
  // Days that an earlier import said give way; days that people said line by line are not among these.
  const said = known.filter(({ row, here }) => row.values.daysNeeded !== here.daysNeeded);
  const ended = await db.query<{ id: string }[]>(`with gone as (update effort e set withdrawn_at = now() where e.action_id = any ($1) and e.purpose = 'deliver' and e.withdrawn_at is null returning e.id) select id from gone`, [said.map(({ here }) => here.id)]);
  await db.query(`update action a set ${SETS}, baseline_due_on = coalesce(a.baseline_due_on, t.due_on) from jsonb_to_recordset($1) as t(id uuid, ${TYPES}) where a.id = t.id`, [JSON.stringify(after)]);
  await makeLines(db, said.flatMap(({ row, here }) => (row.range ? [{ id: here.id, days: row.values.daysNeeded, ...row.range }] : [])), loaded.import.id);
  const bodies = known.filter(({ row, here }) => JSON.stringify([...row.values.contributingIds].sort()) !== JSON.stringify([...here.contributingIds].sort()));
  await setContributing(db, bodies.map(({ row, here }) => ({ id: here.id, to: row.values.contributingIds.map((one) => ids.real(one) ?? '') })));
  const changed = known.map(({ here }) => ({ id: here.id, before: columnsOf(here, ids), contributing: bodies.some((one) => one.here.id === here.id) ? here.contributingIds : null }));
  return { changed, ended: ended.map(({ id }) => id) };
}

/** A range of days is a line of effort with its ends; its middle is the likely one, and so the days that the action needs. */
async function makeLines(db: Db, lines: readonly { readonly id: string; readonly days: number | null; readonly low: number; readonly high: number }[], importId: string): Promise<void> {
  const minutes = (days: number): number => Math.round(days * FULL_TIME_DAY);
  await db.query('insert into effort (action_id, low_minutes, likely_minutes, high_minutes, import_id) select t.action_id, t.low, t.likely, t.high, $2 from jsonb_to_recordset($1) as t(action_id uuid, low integer, likely integer, high integer)', [JSON.stringify(lines.map((one) => ({ action_id: one.id, low: minutes(one.low), likely: minutes(one.days ?? one.low), high: minutes(one.high) }))), importId]);
}

export async function setContributing(db: Db, sets: readonly { readonly id: string; readonly to: readonly string[] }[]): Promise<void> {
  if (sets.length === 0) return;
  const wanted = JSON.stringify(sets.flatMap(({ id, to }) => to.map((body) => ({ action_id: id, organisation_id: body }))));
  await db.query('delete from action_organisation o where o.action_id = any ($1) and not exists (select from jsonb_to_recordset($2) as t(action_id uuid, organisation_id uuid) where t.action_id = o.action_id and t.organisation_id = o.organisation_id)', [sets.map((one) => one.id), wanted]);
  await db.query('insert into action_organisation (action_id, organisation_id) select action_id, organisation_id from jsonb_to_recordset($1) as t(action_id uuid, organisation_id uuid) on conflict do nothing', [wanted]);
}

/** The latest update of each action is its status; without any it has not started. */
export async function settleStatus(db: Db, actionIds: readonly string[]): Promise<void> {
  if (actionIds.length === 0) return;
  await db.query(
    `update action a set status = coalesce(u.status, 'not_started'), status_on = coalesce(u.as_of, a.created_on), last_update_id = u.id
     from unnest($1::uuid[]) w(id) left join lateral (select s.id, s.status, s.as_of from status_update s where s.action_id = w.id and s.withdrawn_at is null order by s.as_of desc, s.id desc limit 1) u on true
     where a.id = w.id and a.last_update_id is distinct from u.id`,
    [actionIds],
  );
}

async function linkFindings(db: Db, rows: readonly PlannedRow[], actionId: (row: PlannedRow) => string, idOfEntry: ReadonlyMap<string, string>, byText: ReadonlyMap<string, string>): Promise<Pick<Report, 'linked' | 'unlinked'>> {
  const links: { action_id: string; finding_id: string; note: string | null; isOld: boolean }[] = [];
  const unlinked: { actionId: string; findingId: string }[] = [];
  for (const row of rows) {
    const finding = row.finding === null ? undefined : byText.get(sameText(row.finding));
    if (!finding || (row.outcome === 'unchanged' && row.entry.kind === 'action')) continue;
    if (row.entry.kind === 'link') {
      const note = meaning(row.entry.cells.title?.text ?? '').slice(0, 500);
      for (const target of row.links) links.push({ action_id: target.id ?? idOfEntry.get(target.key ?? '') ?? '', finding_id: finding, note, isOld: target.id !== null });
      continue;
    }
    const before = row.entry.known?.base?.raw['finding'];
    const old = before === undefined ? undefined : row.entry.known?.findings.find((one) => sameText(one.quotation) === sameText(before) && one.id !== finding);
    if (old) unlinked.push({ actionId: actionId(row), findingId: old.id });
    links.push({ action_id: actionId(row), finding_id: finding, note: null, isOld: row.entry.known !== null });
  }
  // A row that points at an action often has that action's own finding: one link, which keeps how the plan said it.
  const pairs = new Map<string, (typeof links)[number]>();
  for (const link of links) {
    const key = `${link.action_id} ${link.finding_id}`;
    pairs.set(key, { ...link, note: pairs.get(key)?.note ?? link.note });
  }
  const onePerPair = [...pairs.values()];
  await db.query('delete from action_finding l using jsonb_to_recordset($1) as t("actionId" uuid, "findingId" uuid) where l.action_id = t."actionId" and l.finding_id = t."findingId"', [JSON.stringify(unlinked)]);
  const made = await db.query<{ actionId: string; findingId: string }[]>('insert into action_finding (action_id, finding_id, note) select action_id, finding_id, note from jsonb_to_recordset($1) as t(action_id uuid, finding_id uuid, note text) where action_id is not null on conflict do nothing returning action_id as "actionId", finding_id as "findingId"', [JSON.stringify(onePerPair)]);
  const old = new Set(links.filter((link) => link.isOld).map((link) => link.action_id));
  return { linked: made.filter((link) => old.has(link.actionId)), unlinked };
}

/** Next month's sheet of the same look needs no mapping. */
async function rememberMapping(db: Db, plan: ImportPlan, planId: string | null, reviewId: string | null): Promise<void> {
  const named = (some: ImportPlan['names']['people']): unknown => [...some.values()].map(({ value, choice, id, kind }) => ({ value, choice, id: choice === 'match' ? id : null, kind }));
  const kept = { columns: plan.table.columns, planId, reviewId, statuses: plan.words.map(({ value, status }) => ({ value, status: status ?? null })), people: named(plan.names.people), organisations: named(plan.names.organisations) };
  await db.query('insert into import_mapping (header_digest, choices) values ($1, $2) on conflict (locality_id, header_digest) do update set choices = excluded.choices', [plan.table.look, JSON.stringify(kept)]);
}

const earliest = (a: string, b: string): string => (a < b ? a : b);
