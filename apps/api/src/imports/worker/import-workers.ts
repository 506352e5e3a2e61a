import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '../../kernel/refusal';
import { ImportWorker } from './import-worker';

/** Imports at work at once. More wait, so that ten large ones do not take ten times the memory. */
const AT_ONCE = 2;
const WAITING = 20;
/** Files that wait lie in the server's memory: no more than so many bytes of them. */
const HELD = 40 * 1024 * 1024;
/** A worker is kept so long for whoever goes on with the next step, and then its memory goes back. */
const IDLE_MS = 5_000;

/** The processes in which workbooks are read and understood. */
@Injectable()
export class ImportWorkers implements OnApplicationShutdown {
  private readonly idle: { readonly worker: ImportWorker; readonly end: NodeJS.Timeout }[] = [];
  private readonly waiting: (() => void)[] = [];
  private lent = 0;
  private held = 0;

  /** Lends a worker for one deed. It is asked for before a transaction begins, so that nobody waits while holding one. `bytes` are held meanwhile. */
  async lend<T>(deed: (worker: ImportWorker) => Promise<T>, bytes = 0): Promise<T> {
    if (this.waiting.length >= WAITING || (bytes > 0 && this.held + bytes > HELD)) throw new Refusal('unavailable', { retryAfter: 10 });
    this.held += bytes;
    if (this.lent >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    else this.lent += 1;
    const worker = this.take();
    try {
      return await deed(worker);
    } finally {
      this.held -= bytes;
      this.giveBack(worker);
      // The turn goes straight to whoever waits longest.
      const next = this.waiting.shift();
      if (next) next();
      else this.lent -= 1;
    }
  }

  onApplicationShutdown(): void {
    for (const { worker, end } of this.idle.splice(0)) {
      clearTimeout(end);
      worker.end();
    }
  }

  private take(): ImportWorker {
    const kept = this.idle.pop();
    if (!kept) return new ImportWorker();
    clearTimeout(kept.end);
    return kept.worker;
  }

  private giveBack(worker: ImportWorker): void {
    if (worker.isBroken) return worker.end();
    const end = setTimeout(() => {
      this.idle.splice(this.idle.findIndex((one) => one.worker === worker), 1);
      worker.end();
    }, IDLE_MS);
    end.unref();
    this.idle.push({ worker, end });
  }
}
