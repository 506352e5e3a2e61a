import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@followthrough/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ClientBase } from 'pg';
import type { Env } from '../../env';
import { NORTHMOOR_CHOICES, NORTHMOOR_FILE } from '../../imports/demo-choices';
import { SESSION_COOKIE, signed } from '../../kernel/session-cookie';
import { makeServer } from '../../server';

/** Northmoor's plan comes in as a lead would bring it: the workbook, through the importer, with a lead's choices. */
export async function importNorthmoor(owner: ClientBase, env: Env, leadUserId: string): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  await owner.query(`insert into identity.session ("userId", token, "expiresAt") values ($1, $2, now() + interval '5 minutes')`, [leadUserId, token]);
  const app = await makeServer({ ...env, webRoot: null });
  try {
    const call = caller(app, env, `${SESSION_COOKIE}=${signed(token, env.secret)}`);
    const boundary = randomBytes(12).toString('hex');
    const content = readFileSync(join(import.meta.dirname, NORTHMOOR_FILE));
    const body = Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${NORTHMOOR_FILE}"\r\ncontent-type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n`), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const uploaded = await call('POST', routes.imports.upload.path, body, `multipart/form-data; boundary=${boundary}`);
    const chosen = await call('PATCH', routes.imports.choose.path.replace(':id', uploaded.id), JSON.stringify({ version: uploaded.version, ...NORTHMOOR_CHOICES }));
    await call('POST', routes.imports.apply.path.replace(':id', uploaded.id), JSON.stringify({ version: chosen.version }));
  } finally {
    await app.close();
    await owner.query('delete from identity.session where token = $1', [token]);
  }
}

const caller = (app: NestFastifyApplication, env: Env, cookie: string) => async (method: 'POST' | 'PATCH', path: string, payload: Buffer | string, type = 'application/json'): Promise<{ id: string; version: number }> => {
  const answer = await app.inject({ method, url: `/api/v1/${path.replace(':locality', 'northmoor')}`, headers: { cookie, origin: env.publicUrl, 'content-type': type }, payload });
  if (answer.statusCode >= 400) throw new Error(`${method} ${path} was refused: ${answer.body}`);
  return answer.json();
};
