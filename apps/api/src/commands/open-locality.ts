import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openLocality } from '../database/locality';
import { readOwner } from '../database/owner-env';

/** `open-locality SLUG "NAME" EMAIL`: opens a locality and prints the link by which its first administrator comes in. */
const [slug, name, email] = process.argv.slice(2);
if (!slug || !name || !email) throw new Error('Say the short name, the name and the first administrator’s e-mail address: open-locality northmoor "Northmoor" lead@northmoor.example');
const token = randomBytes(32).toString('base64url');
const client = new Client({ connectionString: readOwner(process.env).url });
await client.connect();
try {
  await client.query('begin');
  const locality = await openLocality(client, { slug, name });
  await client.query(
    `with body as (insert into person (locality_id, name, email) values ($1, $2, $2) returning id, locality_id)
     insert into invitation (locality_id, email, person_id, roles, token_digest, expires_at)
     select locality_id, $2, id, '{administrator}', $3, now() + interval '7 days' from body`,
    [locality, email, createHash('sha256').update(token).digest()],
  );
  await client.query('commit');
} finally {
  await client.end();
}
console.log(`${name} is open. Within seven days, its first administrator follows this link:\n${process.env['PUBLIC_URL'] ?? 'http://localhost:4000'}/invitations/${token}`);
