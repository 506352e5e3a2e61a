import { Injectable } from '@nestjs/common';
import type { importRoutes } from '@followthrough/contracts';
import type { Actor } from '../kernel/actor';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import type { Uploaded } from '../kernel/upload';
import { Writes } from '../kernel/writes';
import { Marks } from './marks';
import { allImports, importProgress, mayImport, wholeImport } from './imports.sql';
import type { Db } from './worker/db';
import type { ImportWorker } from './worker/import-worker';
import { ImportWorkers } from './worker/import-workers';

/** Where reading a file is cut off; what is too large is refused long before. */
const LONGEST_READ_MS = 15_000;
/** From so many bytes on, how far the reading has come is worth telling. */
const LONG_FILE = 50_000;

/**
 * A locality's plan on its way in from Excel. The choices of every step lie on the row, so leaving loses nothing; the dry
 * run and applying follow the same pure reading of the workbook (`planImport`), so what was shown is what happens. All of
 * it runs in a process beside the server, which sends the statements of its transaction for it.
 */
@Injectable()
export class Imports {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly workers: ImportWorkers,
    private readonly marks: Marks,
  ) {}

  list(asked: Asked<typeof importRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allImports, [asked.query.after ?? null]);
  }

  one(asked: Asked<typeof importRoutes.one>): Promise<string> {
    return this.workers.lend(async (worker) => worker.run('screen', { text: await this.reads.answer(asked, wholeImport, [asked.params.id]) }, {}));
  }

  preview(asked: Asked<typeof importRoutes.preview>): Promise<string> {
    const { show = 'all', after = 0 } = asked.query;
    return this.workers.lend(async (worker) => worker.run('preview', { text: await this.reads.answer(asked, wholeImport, [asked.params.id]), show, after }, {}));
  }

  progress(asked: Asked<typeof importRoutes.progress>): Promise<string> {
    return this.reads.answer(asked, importProgress, [asked.params.id]);
  }

  /** Refuses whoever may not import before a byte of the file is read. */
  async admit(asked: Asked<typeof importRoutes.upload>): Promise<Actor> {
    return (await this.reads.rows(asked, mayImport)).actor;
  }

  /** The file is read before the transaction begins: a slow file holds no row. `actor` is who was admitted. */
  async upload(asked: Asked<typeof importRoutes.upload>, actor: Actor, { name, content }: Uploaded): Promise<string> {
    const mark = content.length < LONG_FILE ? undefined : await this.marks.begin(actor, name);
    try {
      return await this.workers.lend(async (worker) => {
        const digest = await worker.run('read', { content }, { told: mark?.during('reading'), withinMs: LONGEST_READ_MS });
        return this.writes.transact({ ...asked, body: { digest } } as Asked, ({ db }) => worker.run('keep', { id: mark?.id ?? null, name }, { db: db as Db, told: mark?.during('understanding') }));
      }, content.length);
    } finally {
      await mark?.end();
    }
  }

  choose(asked: Asked<typeof importRoutes.choose>): Promise<string> {
    const { version, ...step } = asked.body;
    return this.write(asked, (worker, lent) => worker.run('choose', { id: asked.params.id, version, step }, lent));
  }

  apply(asked: Asked<typeof importRoutes.apply>): Promise<string> {
    const { id } = asked.params;
    return this.write(asked, async (worker, { db, actor }) => {
      const mark = this.marks.of(actor, id);
      try {
        return await worker.run('apply', { id, version: asked.body.version }, { db, told: mark.during('applying') });
      } finally {
        await mark.end();
      }
    });
  }

  undo(asked: Asked<typeof importRoutes.undo>): Promise<string> {
    return this.write(asked, (worker, lent) => worker.run('undo', { id: asked.params.id, version: asked.body.version }, lent));
  }

  discard(asked: Asked<typeof importRoutes.discard>): Promise<string> {
    return this.write(asked, (worker, lent) => worker.run('discard', { id: asked.params.id, version: asked.body.version }, lent));
  }

  private write(asked: Asked, deed: (worker: ImportWorker, lent: { readonly db: Db; readonly actor: Actor }) => Promise<string>): Promise<string> {
    return this.workers.lend((worker) => this.writes.transact(asked, ({ actor, db }) => deed(worker, { db: db as Db, actor })));
  }
}
