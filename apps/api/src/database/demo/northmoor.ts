import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@followthrough/contracts';
import { NORTHMOOR_CHOICES, NORTHMOOR_FILE } from '../../imports/demo-choices';
import type { Asks } from './through-server';

/** Northmoor's plan comes in as a lead would bring it: the workbook, through the importer, with a lead's choices. */
export async function importNorthmoor(ask: Asks): Promise<void> {
  const boundary = randomBytes(12).toString('hex');
  const content = readFileSync(join(import.meta.dirname, NORTHMOOR_FILE));
  const bytes = Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${NORTHMOOR_FILE}"\r\ncontent-type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n`), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const { id, version } = await ask(routes.imports.upload, { form: { bytes, type: `multipart/form-data; boundary=${boundary}` } });
  const chosen = await ask(routes.imports.choose, { params: { id }, body: { version, ...NORTHMOOR_CHOICES } });
  await ask(routes.imports.apply, { params: { id }, body: { version: chosen.version } });
}
