import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { fileRoutes } from '@followthrough/contracts';
import { safeName } from '@followthrough/domain';
import { ENV, type Env } from '../env';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Refusal, refuseField } from '../kernel/refusal';
import type { Uploaded } from '../kernel/upload';
import { Writes } from '../kernel/writes';
import { FileRow } from './file.row';
import { attachedLately, fileContent, oneFile } from './files.sql';
import { mediaTypeOf } from './media-type';
import { type Store, storeAt } from './store';
import { type Scan, scanWith } from './virus-scan';

/** Files one person may attach within an hour. */
export const HOURLY = 60;

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Where a file lies in the store: its locality, and what it is. */
const keyOf = (asked: { readonly params: { readonly locality: string } }, digest: string): string => `${asked.params.locality}/${digest}`;
const sha256 = (content: Buffer): Buffer => createHash('sha256').update(content).digest();

/**
 * Files kept for whatever they are attached to: evidence, materials of a summit. They are never changed and never listed;
 * who reads what a file hangs on finds its id there.
 */
@Injectable()
export class Files {
  private readonly scan: Scan | null;
  private readonly store: Store | null;

  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    @Inject(ENV) env: Env,
  ) {
    this.scan = env.virusScan === null ? null : scanWith(env.virusScan);
    this.store = env.fileStore === null ? null : storeAt(env.fileStore);
  }

  /** Refuses whoever may not attach, or attaches without end, before a byte of the file is read. */
  async admit(asked: Asked<typeof fileRoutes.attach>): Promise<void> {
    const { rows } = await this.reads.rows<{ many: string }>(asked, attachedLately);
    if (Number(rows[0]?.many) >= HOURLY) throw new Refusal('too_many', { detail: `That is ${HOURLY} files within an hour. Try again later.`, retryAfter: 3_600 });
  }

  async attach(asked: Asked<typeof fileRoutes.attach>, { name: said, content }: Uploaded): Promise<string> {
    if (content.length === 0) throw refuseField('file', 'The file is empty.', 'bad_input');
    const mediaType = mediaTypeOf(content);
    if (!mediaType) throw refuseField('file', 'Attach a PDF, a picture, plain text, or a Word, Excel, PowerPoint or OpenDocument file without macros.', 'wrong_media');
    // Before the transaction begins: nobody waits for a scanner while holding one.
    const found = this.scan ? await this.scan(content) : 'clean';
    if (found === 'infected') throw refuseField('file', 'A virus was found in this file, so it was not kept.');
    if (found === 'unknown') throw new Refusal('unavailable', { detail: 'This file could not be checked for viruses, so it was not kept. Try again in a moment.', retryAfter: 30 });
    const digest = sha256(content);
    // Before the transaction too: what is stored and then not written is bytes that nothing points at.
    await this.store?.put(keyOf(asked, digest.toString('hex')), content).catch(unreachable('This file could not be stored'));
    const name = safeName(said, mediaType);
    return this.writes.transact({ ...asked, body: { name, digest: digest.toString('hex') } } as Asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(FileRow, { name, mediaType, size: content.length, digest });
      const id = identifiers[0]?.['id'] as string;
      if (!this.store) await db.query('insert into file_content (id, content) values ($1, $2)', [id, content]);
      return answer(oneFile, [id]);
    });
  }

  one(asked: Asked<typeof fileRoutes.one>): Promise<string> {
    return this.reads.answer(asked, oneFile, [asked.params.id]);
  }

  async content(asked: Asked<typeof fileRoutes.content>): Promise<Attachment> {
    const { rows } = await this.reads.rows<{ name: string; media_type: string; digest: string; content: string | null }>(asked, fileContent, [asked.params.id]);
    const [file] = rows;
    // Reads leave every value as the text that PostgreSQL wrote: bytes as \x and hexadecimal.
    const content = file?.content ? Buffer.from(file.content.slice(2), 'hex') : file && (await this.store?.get(keyOf(asked, file.digest)).catch(unreachable('This file cannot be reached')));
    // The row holds the digest of what was attached; the bytes are given only while they still have it.
    if (!file || !content || sha256(content).toString('hex') !== file.digest) throw new Refusal('not_found');
    return { name: file.name, mediaType: file.media_type, content };
  }
}

const log = new Logger('files');
/** The store's own words are for the log, not for whoever asked. */
const unreachable = (says: string) => (cause: unknown): never => {
  log.error(`The store of files: ${String(cause)}`);
  throw new Refusal('unavailable', { detail: `${says} just now. Try again in a moment.`, retryAfter: 30 });
};
