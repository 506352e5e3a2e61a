import { Client } from 'pg';
import { readOwner } from '../database/owner-env';

interface Verified {
  readonly slug: string;
  readonly seals: string;
  readonly broken: readonly string[];
  readonly unsealed: string;
}

/** Computes every seal of the history again and names those that no longer match. Ends with 1 when there are any. */
const client = new Client({ connectionString: readOwner(process.env).url });
await client.connect();
const { rows } = await client.query<Verified>('select coalesce(l.slug, v.locality_id::text) as slug, v.seals, v.broken::text[] as broken, v.unsealed from kernel.verify_seals() v left join locality l on l.id = v.locality_id order by 1');
await client.end();
for (const { slug, seals, broken, unsealed } of rows)
  console.log(`${slug}: ${broken.length > 0 ? `BROKEN ${broken.map((number) => `seal ${number}`).join(', ')} of ${seals}` : `all ${seals} seals match`}; ${unsealed} rows wait for a seal`);
if (rows.length === 0) console.log('There is no history yet.');
if (rows.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
