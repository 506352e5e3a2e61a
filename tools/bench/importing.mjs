// A sheet of 5,000 rows through the importer, beside the least that could be done with it: read the workbook, and put
// its rows in with one statement a table, under the same row security, triggers and constraints.
import * as xlsx from '@e965/xlsx';
import pg from 'pg';

const ROWS = 5_000;
const WORDS = ['discharge', 'home care', 'workforce', 'shared record', 'carers', 'winter beds', 'therapy', 'market', 'reablement', 'housing'];
const STATUSES = ['Green', 'Amber', 'Red', 'Blue'];

function workbook() {
  const rows = Array.from({ length: ROWS }, (_, n) => [
    `${1 + Math.floor(n / 50)}.${1 + (n % 50)}`,
    `Agree and put in place the ${WORDS[n % 10]} pathway with the ${WORDS[(n * 7 + 3) % 10]} team, step ${n}`,
    `Service lead ${n % 20}`,
    new Date(Date.UTC(2027, n % 12, 1 + (n % 28))),
    STATUSES[n % 4],
    `Work on ${WORDS[(n * 3) % 10]} went on as agreed with the partners in month ${n % 12}.`,
  ]);
  const sheet = xlsx.utils.aoa_to_sheet([['Ref', 'Action', 'Lead', 'Timescale', 'Status', 'Update as of 31/10/2026'], ...rows], { cellDates: true });
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, 'Action plan');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
}

/** Milliseconds of the deed, and what it gave. */
async function timed(deed) {
  const from = performance.now();
  const gave = await deed();
  return { ms: performance.now() - from, gave };
}

/** @param {{ url: string, cookie: string, apiUrl: string, slug: string, place: { place: string, person: string, actor: string } }} at */
export async function importing({ url, cookie, apiUrl, slug, place }, rounds = 3) {
  const content = workbook();
  const call = async (method, path, body) => {
    const form = body instanceof FormData;
    const response = await fetch(`${url}/api/v1/localities/${slug}/${path}`, {
      method,
      headers: { cookie, origin: url, ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }), ...(body && !form ? { 'content-type': 'application/json' } : {}) },
      body: form ? body : body ? JSON.stringify(body) : undefined,
    });
    const said = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said).slice(0, 1_000)}`);
    return said;
  };
  const sums = { upload: [], dryRun: [], apply: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    const form = new FormData();
    form.append('file', new Blob([content]), `plan-${round}.xlsx`);
    const up = await timed(() => call('POST', 'imports', form));
    const { id, version, statuses, people } = up.gave;
    const means = { Green: 'on_track', Amber: 'at_risk', Red: 'off_track', Blue: 'complete' };
    const chosen = await call('PATCH', `imports/${id}`, {
      version, planId: null, planTitle: `Bench ${round} ${id}`, reviewId: null, reviewTitle: `Bench ${round} ${id}`,
      statuses: statuses.map(({ value }) => ({ value, status: means[value] ?? null })), people: people.map(({ value }) => ({ value, choice: 'create', id: null, kind: null })),
    });
    if (chosen.needed.length > 0) throw new Error(chosen.needed.join(' '));
    const dry = await timed(() => call('GET', `imports/${id}/preview`));
    const applied = await timed(() => call('POST', `imports/${id}/apply`, { version: chosen.version }));
    const bare = await timed(() => bulk(apiUrl, place, content));
    sums.upload.push(up.ms);
    sums.dryRun.push(dry.ms);
    sums.apply.push(applied.ms);
    sums.bare.push(bare.ms);
    await call('POST', `imports/${id}/undo`, { version: applied.gave.version });
  }
  const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return Object.fromEntries(Object.entries(sums).map(([what, all]) => [what, middle(all)]));
}

async function bulk(apiUrl, { place, person, actor }, content) {
  const rows = xlsx.utils.sheet_to_json(Object.values(xlsx.read(content, { cellDates: true }).Sheets)[0], { header: 1 }).slice(1);
  const said = JSON.stringify(rows.map(([ref, title, , due, status, narrative]) => ({ ref, title, due: due.toISOString().slice(0, 10), status: { Green: 'on_track', Amber: 'at_risk', Red: 'off_track', Blue: 'complete' }[status], narrative })));
  const client = new pg.Client({ connectionString: apiUrl });
  await client.connect();
  await client.query('begin');
  await client.query(`select set_config('app.locality', $1, true), set_config('app.person', $2, true), set_config('app.actor', $3, true)`, [place, person, actor]);
  const { rows: [made] } = await client.query(`with i as (insert into import (file_name, size, digest) values ('bare.xlsx', 1, '') returning id), p as (insert into plan (title) select 'Bare ' || id from i returning id) select i.id as import, p.id as plan from i, p`);
  await client.query(
    `with said as materialized (select uuidv7() as id, uuidv7() as told, * from jsonb_to_recordset($1) as t(ref text, title text, due date, status text, narrative text)),
       a as (insert into action (id, plan_id, ref, title, due_on, baseline_due_on, status, last_update_id, import_id, created_on, status_on) select id, $2, ref, title, due, due, status, null, $3, '2026-10-31', '2026-10-31' from said)
     select 1`,
    [said, made.plan, made.import],
  );
  await client.query(
    `with said as (select t.*, a.id from jsonb_to_recordset($1) as t(ref text, status text, narrative text) join action a on a.plan_id = $2 and a.ref = t.ref),
       u as (insert into status_update (action_id, status, as_of, narrative, import_id) select id, status, '2026-10-31', narrative, $3 from said returning id, action_id)
     update action a set status = a.status where false`,
    [said, made.plan, made.import],
  );
  // Undone, so that it can be done again.
  await client.query('rollback');
  await client.end();
}
