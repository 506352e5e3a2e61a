import { Client } from 'pg';
import { makeDemo } from '../database/demo/demo';
import { readOwner } from '../database/owner-env';

/** Makes the demo's localities where they are not there yet. */
const client = new Client({ connectionString: readOwner(process.env).url });
await client.connect();
try {
  await makeDemo(client);
} finally {
  await client.end();
}
