// Two servers asked in turns in one run: ratios, not promises. `--full` makes 400,000 actions first; `--short` is a glance;
// `--only=word` picks cases. Never a test.
import { fork } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { apiParts } from './parts.mjs';
import { bulkCases, bulkRace } from './bulk.mjs';
import { press, quantile } from './client.mjs';
import { flatDoubts } from './flat-doubts.mjs';
import { flatLoads } from './flat-loads.mjs';
import { freezing } from './freezing.mjs';
import { generate, SETS } from './generate.mjs';
import { fromHistory } from './history.mjs';
import { importing } from './importing.mjs';
import { live, liveLines } from './live.mjs';
import { heldBy, memoryOf } from './memory.mjs';
import { withoutRowSecurity } from './open-search.mjs';
import { proving } from './proving.mjs';
import { REFUSAL_HEAD, refusalLine, refusing } from './refusing.mjs';
import { timeline, timelineLines } from './timeline.mjs';
import { API_FLAGS, apiFolder } from '../build-api.mjs';
import { built, webFolder } from '../built.mjs';
import { freePort, startCluster } from '../cluster.mjs';

const root = join(import.meta.dirname, '../..');
const CALM = { connections: [1, 8, 32], rounds: 3, seconds: 3 };
const GLANCE = { connections: [32], rounds: 1, seconds: 1.5 };
const PASSWORDS = { api: 'bench-api', identity: 'bench-identity' };
const SECRET = 'the bench guards nothing, but a secret must be long';
const folder = join(root, '.data/bench');
mkdirSync(folder, { recursive: true });

const at = (url, database, user, password) => {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (user) Object.assign(address, { username: user, password });
  return address.href;
};

/** A set is made once for each form of the schema and kept. */
async function furnished(url, parts, set) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'tools/bench/generate.mjs')));
  const migrations = join(root, 'apps/api/src/database/migrations');
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, name)));
  const name = `bench_${set}_${hash.digest('hex').slice(0, 10)}`;
  const admin = new pg.Client({ connectionString: url });
  admin.on('error', () => undefined);
  await admin.connect();
  const { rows } = await admin.query(`select datname from pg_database where datname like 'bench_${set}_%'`);
  if (!rows.some((row) => row.datname === name)) {
    for (const row of rows) await admin.query(`drop database ${row.datname} with (force)`);
    await admin.query('drop database if exists bench_making with (force)');
    await admin.query('create database bench_making');
    const making = at(url, 'bench_making');
    await parts.migrate(making, PASSWORDS);
    await generate(making, SETS[set], (line) => console.log(`  ${line}`));
    await admin.query(`alter database bench_making rename to ${name}`);
  } else {
    await parts.migrate(at(url, name), PASSWORDS);
  }
  await admin.end();
  return name;
}

const child = (file, args, env, flags = []) =>
  new Promise((resolve, reject) => {
    const started = fork(file, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production', ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: flags });
    started.once('message', (said) => resolve({ started, said }));
    started.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });

/** What is asked: of the API as somebody signed in would, of the bare server as the same statement. */
async function casesOf(parts, owner) {
  const one = async (text, values = []) => (await owner.query(text, values)).rows[0];
  const place = async (slug) => ({
    ...(await one(`select l.id as place, m.person_id as person, m.user_id as actor from locality l join membership m on m.locality_id = l.id and 'lead' = any (m.roles) where l.slug = $1`, [slug])),
    slug,
    actions: (await owner.query('select a.id from action a join locality l on l.id = a.locality_id where l.slug = $1 and a.withdrawn_at is null order by hashtext(a.id::text) limit 2000', [slug])).rows.map((row) => row.id),
  });
  const [large, usual] = [await place('place-001'), await place('place-002')];
  const others = await Promise.all((await owner.query(`select slug from locality where slug > 'place-002' order by slug limit 40`)).rows.map((row) => place(row.slug)));
  const today = (await one('select current_date::text as today')).today;
  const employer = (await one('select organisation_id as id from person where id = $1', [large.person])).id;
  const holidays = [0, 1, 2, 3, 4].flatMap((years) => [...parts.bankHolidays(Number(today.slice(0, 4)) - 1 + years)]);
  const scoped = ({ place: id, person, actor }) => ({ place: id, person, actor });
  const listed = parts.actionList({ status: ['on_track', 'at_risk', 'off_track'], sort: 'due', direction: 'up' });
  const list = { name: listed.statement.name, text: listed.statement.text, values: listed.values };
  const read = (key, title, where, path, said, budget, id) => ({ key, title, where, path, budget, bare: { ...said, ...scoped(where) }, id });
  return {
    reads: [
      read('plan', 'Plan page, 50 of 20,000, filtered and sorted', large, () => `localities/place-001/actions?status=on_track&status=at_risk&status=off_track&sort=due&direction=up`, list, 0.8),
      read('action', 'Action page with updates', usual, (turn) => `localities/place-002/actions/${usual.actions[turn % usual.actions.length]}`, { ...parts.actionPage, values: [] }, 0.8, (turn) => usual.actions[turn % usual.actions.length]),
      read('trace', 'Trace of an action', usual, (turn) => `localities/place-002/traces/${usual.actions[turn % usual.actions.length]}`, { ...parts.trace, values: [] }, 0.8, (turn) => usual.actions[turn % usual.actions.length]),
      read('dashboard-usual', 'Dashboard of 2,000 actions', usual, () => 'localities/place-002/dashboard', { ...parts.dashboard, values: [] }, 0.9),
      read('dashboard-large', 'Dashboard of 20,000 actions', large, () => 'localities/place-001/dashboard', { ...parts.dashboard, values: [] }, 0.9),
      read('doubts-same', 'What the facts say of 20,000 actions', large, () => 'localities/place-001/doubts', { ...parts.doubts, values: [] }, 0.9),
      read('search', 'Search by two words in 20,000', large, () => 'localities/place-001/search?text=hospital%20weekend', { ...parts.search, values: ['hospital weekend'] }, 0.8),
    ],
    /** Half of the updates hit one locality. */
    large,
    report: { places: [usual, ...others], action: (turn) => { const where = turn % 2 === 0 ? usual : (others[(turn >> 1) % others.length] ?? usual); return { where, id: where.actions[(turn * 7) % where.actions.length] }; } },
    yardsticks: {
      'doubts-flat': { name: 'doubts.flat', text: flatDoubts(large.place), values: [], ...scoped(large), asOwner: true },
      'loads-flat': { name: 'loads.flat', text: flatLoads({ place: large.place, organisation: employer, today, holidays, months: 24 }), values: [], ...scoped(large), asOwner: true },
      'history-usual': { name: 'history', text: fromHistory(parts.dashboard.text), values: [], ...scoped(usual) },
      'history-large': { name: 'history', text: fromHistory(parts.dashboard.text), values: [], ...scoped(large) },
      'search-open': { name: 'search.open', text: withoutRowSecurity(large.place), values: ['hospital weekend'], ...scoped(large), asOwner: true },
    },
  };
}

/** @param {readonly string[]} said the command's own words */
export async function bench(said) {
  const set = said.includes('--full') ? 'full' : 'small';
  const only = said.find((one) => one.startsWith('--only='))?.slice(7);
  const wantsTimeline = !only || 'timeline'.includes(only);
  const pace = said.includes('--short') ? GLANCE : CALM;
  const cluster = await startCluster(folder, { flags: ['-c', 'shared_buffers=1GB', '-c', 'max_connections=100', '-c', 'max_wal_size=4GB', '-c', 'random_page_cost=1.1', '-c', 'jit=off'], password: 'bench', keep: true }).catch((error) => {
    throw new Error(`${error.message}\nIf the bench's database is of another making, remove .data/bench and start again.`);
  });
  const children = [];
  let watching;
  try {
    const parts = await apiParts(join(folder, 'parts.mjs'));
    console.log(`Making ready the ${set} set.`);
    const database = await furnished(cluster.url, parts, set);
    const [ownerUrl, apiUrl, identityUrl] = [at(cluster.url, database), at(cluster.url, database, 'followthrough_api', PASSWORDS.api), at(cluster.url, database, 'followthrough_identity', PASSWORDS.identity)];
    const owner = new pg.Client({ connectionString: ownerUrl });
    owner.on('error', () => undefined);
    await owner.connect();
    const cases = await casesOf(parts, owner);

    await built({ web: wantsTimeline });
    const port = await freePort();
    const api = await child(join(apiFolder, 'main.mjs'), [], { API_DATABASE_URL: apiUrl, IDENTITY_DATABASE_URL: identityUrl, FOLLOWTHROUGH_SECRET: SECRET, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'warn', ...(wantsTimeline ? { WEB_ROOT: webFolder } : {}) }, API_FLAGS);
    children.push(api.started);
    const config = join(folder, 'bare.json');
    const places = Object.fromEntries(cases.report.places.map(({ place, person, actor, slug }) => [slug, { place, person, actor }]));
    writeFileSync(config, JSON.stringify({ apiUrl, ownerUrl, cases: { ...Object.fromEntries(cases.reads.map((one) => [one.key, one.bare])), ...cases.yardsticks, report: { ...parts.reportUpdate, write: true, places }, sheet: { ...parts.reportUpdates, write: true, places }, ...bulkCases(parts.factsOfThese, places) } }));
    const bare = await child(join(root, 'tools/bench/bare.mjs'), [config], {});
    children.push(bare.started);

    const cookie = (slug) => `${parts.SESSION_COOKIE}=${parts.signed(`token-of-lead@${slug}.example`, SECRET)}`;
    const get = (path, slug) => `GET /${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${slug ? `cookie: ${cookie(slug)}\r\n` : ''}\r\n`;
    const post = (path, said, slug) => {
      const text = JSON.stringify(said);
      return `POST /${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: http://127.0.0.1:${port}\r\ncontent-type: application/json\r\nidempotency-key: ${randomUUID()}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n${slug ? `cookie: ${cookie(slug)}\r\n` : ''}\r\n${text}`;
    };
    const said = (turn) => ({ status: ['on_track', 'not_started'][turn % 2], narrative: `Said in turn ${turn}, with as many words as people write when they have a minute.` });

    /** A sheet as it is sent; no state needs evidence, which an action of the bench has none of. */
    const rows = (where, turn) => where.actions.slice(0, 500).map((actionId) => ({ ...said(turn), actionId }));
    const wantsPast = !only || 'as-at freezing'.includes(only);
    const past = wantsPast ? await freezing({ url: `http://127.0.0.1:${port}`, cookie: cookie('place-001'), slug: 'place-001', owner, place: cases.large, rounds: pace.rounds }) : undefined;
    if (past) console.log(past.line);

    const races = [
      ...cases.reads.map((one) => ({ key: one.key, title: one.title, budget: one.budget, ours: (turn) => get(`api/v1/${one.path(turn)}`, one.where.slug), theirs: (turn) => get(one.id ? `${one.key}/${one.id(turn)}` : one.key) })),
      {
        key: 'report', title: 'Report an update, half of them in one place', budget: 0.5,
        ours: (turn) => { const { where, id } = cases.report.action(turn); return post(`api/v1/localities/${where.slug}/actions/${id}/updates`, said(turn), where.slug); },
        theirs: (turn) => { const { where, id } = cases.report.action(turn); return post(`report/${id}`, { ...said(turn), place: where.slug }); },
      },
      {
        key: 'sheet', title: 'Save an update sheet of 500 rows, in many places', budget: 0.5,
        ours: (turn) => { const where = cases.report.places[turn % cases.report.places.length]; return post(`api/v1/localities/${where.slug}/updates/batch`, { updates: rows(where, turn) }, where.slug); },
        theirs: (turn) => { const where = cases.report.places[turn % cases.report.places.length]; return post('sheet', { updates: rows(where, turn), place: where.slug }); },
      },
      bulkRace(cases.report.places, post),
      { key: 'dashboard-usual history', title: 'Dashboard of 2,000 beside its raw history', budget: 8, ours: () => get('api/v1/localities/place-002/dashboard', 'place-002'), theirs: () => get('history-usual') },
      { key: 'dashboard-large history', title: 'Dashboard of 20,000 beside its raw history', budget: 8, ours: () => get('api/v1/localities/place-001/dashboard', 'place-001'), theirs: () => get('history-large') },
      { key: 'doubts flat', title: 'What the facts say of 20,000 actions, beside flat tables', budget: 0.7, ours: () => get('api/v1/localities/place-001/doubts', 'place-001'), theirs: () => get('doubts-flat') },
      { key: 'loads flat', title: 'Heat map of 24 months × 500 people over 20,000 actions, beside one flat query', budget: 0.7, ours: () => get('api/v1/localities/place-001/loads?by=person&months=24', 'place-001'), theirs: () => get('loads-flat') },
      { key: 'search open', title: 'Search beside one without row security', budget: 1 / 3, ours: () => get('api/v1/localities/place-001/search?text=hospital%20weekend', 'place-001'), theirs: () => get('search-open') },
      // Both are asked of ours: a moment that has been, beside now.
      ...(past ? [['as-at report', 'Dashboard of 20,000 as at a report, beside ours of now', past.cycle], ['as-at day', 'Dashboard of 20,000 as at a day, a tenth changed since, beside ours of now', past.day]] : []).map(([key, title, at]) => ({
        key, title, budget: 0.5, theirPort: port, ours: () => get(`api/v1/localities/place-001/past/dashboard?at=${at}`, 'place-001'), theirs: () => get('api/v1/localities/place-001/dashboard', 'place-001'),
      })),
    ].filter((race) => !only || race.key.includes(only));

    const table = [];
    let most = 0;
    watching = setInterval(() => (most = Math.max(most, memoryOf(api.started.pid))), 100);
    for (const race of races) {
      const sides = [{ name: 'ours', port, request: race.ours }, { name: 'bare', port: race.theirPort ?? bare.said, request: race.theirs }];
      for (const side of sides) await press({ ...side, connections: 8, seconds: pace.rounds > 1 ? 2 : 1 });
      for (const connections of pace.connections) {
        const sums = { ours: { rps: [], times: [], failed: 0 }, bare: { rps: [], times: [], failed: 0 } };
        for (let round = 0; round < pace.rounds; round += 1)
          for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
            const run = await press({ ...side, connections, seconds: pace.seconds });
            sums[side.name].rps.push(run.rps);
            sums[side.name].times.push(...run.times);
            sums[side.name].failed += run.failed;
          }
        const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
        const [ours, theirs] = [sums.ours, sums.bare].map(({ rps, times, failed }) => ({ rps: middle(rps), p50: quantile(times, 0.5), p99: quantile(times, 0.99), failed }));
        if (ours.failed + theirs.failed > 0) console.error(`${race.title}: ${ours.failed} of ours and ${theirs.failed} of the others failed`);
        const row = { title: race.title, connections, ours, theirs, ratio: ours.rps / theirs.rps, budget: connections === 32 ? race.budget : null };
        table.push(row);
        console.log(line(row));
      }
    }
    let proof;
    if (!only || 'proving'.includes(only)) console.log((proof = proving(parts)));
    let sheet;
    if (!only || 'import'.includes(only)) {
      const slug = 'place-003';
      const watched = heldBy(api.started.pid);
      sheet = await importing({ url: `http://127.0.0.1:${port}`, cookie: cookie(slug), apiUrl, slug, place: places[slug] }, pace.rounds);
      sheet.held = watched.end();
      console.log(importLine(sheet));
    }
    let refusals;
    if (!only || 'refusing'.includes(only)) {
      refusals = await refusing({ url: `http://127.0.0.1:${port}`, cookie: cookie('place-002'), slug: 'place-002', pid: api.started.pid });
      console.log([REFUSAL_HEAD, ...refusals.map(refusalLine)].join('\n'));
    }
    let summit;
    if (!only || 'live'.includes(only)) {
      const bareLive = await child(join(root, 'tools/bench/bare-live.mjs'), [ownerUrl], {});
      children.push(bareLive.started);
      summit = liveLines(await live({ port, pid: api.started.pid, slug: 'place-002', cookie: cookie('place-002'), barePort: bareLive.said, ...(pace === CALM ? {} : { seconds: 5 }) }));
      console.log(summit);
    }
    let drawn;
    if (wantsTimeline) {
      const { slug, place } = cases.report.places[2];
      drawn = timelineLines(await timeline({ url: `http://127.0.0.1:${port}`, slug, cookie: cookie(slug), owner, place, rounds: pace.rounds }));
      console.log(drawn);
    }
    most = Math.max(most, memoryOf(api.started.pid, 'VmHWM'));
    console.log(`The API held at most ${most.toFixed(0)} MB under this load (budget: 250 MB).`);
    if (pace === CALM && !only) write(set, table, past, proof, sheet, refusals, summit, drawn, most);
    await owner.end();
  } finally {
    clearInterval(watching);
    for (const one of children) {
      one.removeAllListeners('exit');
      one.disconnect();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    await cluster.stop();
  }
}

function line({ title, connections, ours, theirs, ratio, budget }) {
  const verdict = budget === null ? '' : ratio >= budget ? 'met' : 'MISSED';
  return `| ${title} | ${connections} | ${ours.rps.toFixed(0)} | ${theirs.rps.toFixed(0)} | ${ratio.toFixed(2)} | ${budget === null ? '' : `≥ ${budget.toFixed(2)} ${verdict}`} | ${ours.p50.toFixed(1)} / ${ours.p99.toFixed(1)} | ${theirs.p50.toFixed(1)} / ${theirs.p99.toFixed(1)} |`;
}

function importLine({ upload, dryRun, apply, bare, held }) {
  const said = (ms) => `${(ms / 1000).toFixed(2)} s (${(ms / bare).toFixed(2)} ×${ms / bare <= 3 ? '' : ', MISSED'})`;
  return `Import of 5,000 rows: upload and reading ${said(upload)}, dry run ${said(dryRun)}, apply ${said(apply)}; reading the workbook and bare bulk inserts take ${(bare / 1000).toFixed(2)} s. Budget: dry run and apply each under 3 ×. Meanwhile the API held at most ${held.server.toFixed(0)} MB, and its worker ${held.workers.toFixed(0)} MB beside it.`;
}

function write(set, table, past, proof, sheet, refusals, summit, drawn, memory) {
  const { localities, actions, large, findings, updates } = SETS[set];
  const all = large + (localities - 1) * actions;
  writeFileSync(
    join(root, `docs/performance${set === 'full' ? '' : '-small'}.md`),
    `# How fast it is

Written by \`npm run bench${set === 'full' ? ' -- --full' : ''}\`: ${localities} localities, ${(localities * findings).toLocaleString('en-GB')} findings, ${all.toLocaleString('en-GB')} actions, ${(all * updates).toLocaleString('en-GB')} updates, one locality with ${large.toLocaleString('en-GB')} actions.

Each line is two servers asked in turns in one run: ours, signed in, with permissions checked, and a bare \`node:http\` + \`pg\` server that runs the same statement on the same rows under the same row security and checks nothing. The bare one has the same pool of ten pipelined connections. Requests a second are the middle of ${CALM.rounds} rounds of ${CALM.seconds} seconds; times are of all rounds.

Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}; PostgreSQL, both servers and the asking on the same machine.

| | connections | ours, requests/s | bare, requests/s | ratio | budget | ours p50 / p99 ms | bare p50 / p99 ms |
| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: |
${table.map(line).join('\n')}

${importLine(sheet)}

${past.line}

${proof}

The API held at most ${memory.toFixed(0)} MB under this load; the budget is 250 MB. The worker that reads workbooks is a process beside it and comes on top while it works.

## Files that are no plan

Sent to the running API while somebody else asks for a page of the plan again and again.

${REFUSAL_HEAD}
${refusals.map(refusalLine).join('\n')}

## A summit in full swing

${summit}

## The timeline

${drawn}

What the difference to the bare server is made of stands in [what a read costs](decisions/what-a-read-costs.md).
`,
  );
}
