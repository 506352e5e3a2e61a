// Freezing a plan of 20,000 actions, and its dashboard as at that report and as at a day, beside the dashboard of now.
const CADENCE = { every: 'month', clearDays: 5, publishAfter: 25, freezeBefore: 2, dueBefore: 3, openBefore: 60, grace: 2 };
const TABLES = ['cycle_part', 'cycle_reopening', 'reporting_cycle', 'reporting_cadence'];

const untriggered = async (owner, tables, work) => {
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`);
  await work();
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`);
};

/**
 * Freezes and reopens a few times over the API, publishes, and leaves a past to look at: a tenth of the actions changed since.
 * @param {{ url: string, cookie: string, slug: string, owner: import('pg').Client, place: { place: string, person: string, actor: string }, rounds: number }} at
 * @returns {Promise<{ cycle: string, day: string, line: string }>}
 */
export async function freezing({ url, cookie, slug, owner, place, rounds }) {
  const call = async (method, path, body) => {
    const response = await fetch(`${url}/api/v1/localities/${slug}/${path}`, {
      method,
      headers: { cookie, origin: url, ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }), ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
    const said = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said).slice(0, 500)}`);
    return said;
  };
  const { rows } = await owner.query('select id, (today() - 60)::text as starts, (today() - 1)::text as day from plan where locality_id = $1 and withdrawn_at is null order by id limit 1', [place.place]);
  const [{ id: plan, starts, day }] = rows;
  // Every run begins without reports, and with a history that is older than the day that is looked at.
  await untriggered(owner, [...TABLES, 'audit'], async () => {
    for (const table of TABLES) await owner.query(`delete from ${table} where locality_id = $1`, [place.place]);
    await owner.query(`update audit set at = at - interval '60 days' where locality_id = $1 and table_name = 'action'`, [place.place]);
  });
  const desk = await call('PUT', `plans/${plan}/cadence`, { ...CADENCE, startsOn: `${starts.slice(0, 7)}-01` });
  const { id: cycle } = desk.items.find((one) => one.state === 'open');
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) await call('POST', `cycles/${cycle}/reopened`, { reason: 'Once more' });
    const from = performance.now();
    await call('POST', `cycles/${cycle}/frozen`);
    times.push(performance.now() - from);
  }
  await call('POST', `cycles/${cycle}/published`);
  await owner.query('begin');
  await owner.query(`select set_config('app.locality', $1, true), set_config('app.person', $2, true), set_config('app.actor', $3, true), set_config('app.reason', 'Bench', true)`, [place.place, place.person, place.actor]);
  await owner.query(`update action set horizon = case horizon when 'medium' then 'deep_rooted' else 'medium' end where locality_id = $1 and plan_id = $2 and id in (select id from action where locality_id = $1 and plan_id = $2 order by id limit 2000)`, [place.place, plan]);
  await owner.query('commit');
  await owner.query('analyze audit, cycle_part');
  const [{ parts, bytes }] = (await owner.query('select count(*) as parts, sum(pg_column_size(state) + pg_column_size(content)) as bytes from cycle_part where cycle_id = $1 and edition = $2', [cycle, rounds])).rows;
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  return { cycle, day, line: `Freezing ${Number(parts - 1).toLocaleString('en-GB')} actions with ratings, texts and dashboard: ${(middle / 1000).toFixed(2)} s, the middle of ${rounds} over the API; ${(Number(bytes) / 1e6).toFixed(0)} MB a freeze as stored.` };
}
