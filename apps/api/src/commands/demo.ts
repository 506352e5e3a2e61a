import { Client } from 'pg';
import { makeDemo } from '../database/demo/demo';
import { readOwner } from '../database/owner-env';
import { readEnv } from '../env';

/** Makes the demo's localities where they are not there yet. */
const password = process.env['FOLLOWTHROUGH_DEMO_PASSWORD'];
if (!password) throw new Error('FOLLOWTHROUGH_DEMO_PASSWORD is not set.');
const client = new Client({ connectionString: readOwner(process.env).url });
await client.connect();
try {
  await makeDemo(client, readEnv(process.env), password);
} finally {
  await client.end();
}
