// The yardstick of the live bench: a vote is one row and one NOTIFY in its own transaction, and every notice goes out to whoever
// listens. No session, no permission, no resuming, nothing kept.
import { createServer } from 'node:http';
import pg from 'pg';

const connectionString = process.argv[2];
const pool = new pg.Pool({ connectionString, max: 10, pipeline: true });
await pool.query('create unlogged table if not exists bare_vote (id bigint generated always as identity)');
await pool.query('alter table bare_vote set logged');
const ear = new pg.Client({ connectionString });
await ear.connect();
await ear.query('listen bare_vote');
const streams = new Set();
ear.on('notification', ({ payload }) => {
  for (const stream of streams) stream.write(`event: votes\ndata: ${payload}\n\n`);
});

const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 1000\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
    return;
  }
  const client = await pool.connect();
  const [, made] = await Promise.all([
    client.query('begin'),
    client.query(`with made as (insert into bare_vote default values returning id) select json_build_object('id', 'bare', 'votes', id)::text as said, pg_notify('bare_vote', json_build_object('id', 'bare', 'votes', id)::text) from made`),
    client.query('commit'),
  ]);
  client.release();
  response.writeHead(200, { 'content-type': 'application/json' }).end(made.rows[0].said);
});
// Longer than any pause between two votes of one connection, as the API's.
server.keepAliveTimeout = 72_000;
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.once('disconnect', () => process.exit(0));
