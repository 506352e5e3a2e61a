import { migrate } from '../database/migrate';
import { readOwner } from '../database/owner-env';

/** Brings the database up to date. Run once before the server's processes, as somebody who may create roles. */
const { url, passwords } = readOwner(process.env);
await migrate(url, passwords);
