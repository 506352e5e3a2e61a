import { Client } from 'pg';
import { readOwner } from '../database/owner-env';
import { verifySeals } from '../history/verify';

/** Says whether the history is as it was sealed, and ends with 1 when it is not. */
const client = new Client({ connectionString: readOwner(process.env).url });
await client.connect();
const { lines, isWhole } = await verifySeals(client).finally(() => client.end());
console.log(lines.join('\n') || 'There is no history yet.');
if (!isWhole) process.exitCode = 1;
