// The yardstick: node:http and pg, nothing else. Each address runs one statement in one pipelined transaction as the
// API's role, under the same row security, with the place given: no session is looked up and nothing is checked.
// With `owner`, the statement runs without row security.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const { apiUrl, ownerUrl, cases } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const open = (connectionString) => new pg.Pool({ connectionString, max: 10, pipeline: true });
const api = open(apiUrl);
const owner = open(ownerUrl);
const AS_TEXT = { getTypeParser: () => (value) => value };
const PLACE = { name: 'place', text: `select set_config('app.locality', $1, true), set_config('app.person', $2, true), set_config('app.actor', $3, true), set_config('app.restricted', 'on', true)` };

async function run({ name, text, values, place, person, actor, asOwner, write }) {
  const client = await (asOwner ? owner : api).connect();
  try {
    const [, , answered] = await Promise.all([
      client.query(write ? 'begin' : 'begin read only'),
      client.query({ ...PLACE, values: [place, person, actor] }),
      client.query({ name, text, values, types: AS_TEXT }),
      client.query('commit'),
    ]);
    return answered.rows[0].answer;
  } finally {
    client.release();
  }
}

const body = (request) =>
  new Promise((resolve) => {
    let said = '';
    request.on('data', (part) => (said += part));
    request.on('end', () => resolve(said));
  });

const server = createServer(async (request, response) => {
  try {
    const [, name = '', id] = (request.url ?? '').split('/');
    const one = cases[name];
    const said = request.method === 'POST' ? JSON.parse(await body(request)) : null;
    const values = said?.values ?? (said ? [JSON.stringify(said.updates ?? [{ ...said, actionId: id }])] : id ? [id] : one.values);
    const answer = await run({ ...one, ...(said ? cases[name].places[said.place] : {}), values });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) }).end(answer);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.once('disconnect', () => process.exit(0));
