import { type ChildProcess, fork } from 'node:child_process';
import { Refusal, refuseField } from '../../kernel/refusal';
import { TOO_MUCH } from '../reading/limits';
import type { Db, Told } from './db';
import type { FromWorker, ToWorker } from './messages';
import type { Steps } from './steps';

/** What a step may use of the server: the transaction, and whom to tell how far it is. `withinMs` ends it when it takes longer. */
export interface Lent {
  readonly db?: Db;
  readonly told?: Told | undefined;
  readonly withinMs?: number;
}

// As a bundle beside us when built; as source in tests, with the hooks that let it import as we do.
const isSource = import.meta.url.endsWith('.ts');
const FILE = new URL(isSource ? './imports.worker.ts' : './imports.worker.mjs', import.meta.url);
/** A plan of 5,000 rows needs a third of this memory. A file that needs more ends its worker and is refused. */
const FLAGS = ['--max-old-space-size=256', '--max-semi-space-size=4', '--no-warnings', ...(isSource ? ['--import', new URL('../../../../../tools/from-source.mjs', import.meta.url).href] : [])];

/** One process beside the server and the step that it takes just now. A file that harms its reader harms nothing else. */
export class ImportWorker {
  isBroken = false;
  /** It is given nothing of ours: no secret, no address of a database. */
  private readonly child: ChildProcess = fork(FILE, [], { execArgv: FLAGS, env: {}, serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  private hear: (message: FromWorker) => void = () => undefined;
  private broke: (error: Error) => void = () => undefined;

  constructor() {
    this.child.on('message', (message: FromWorker) => this.hear(message));
    this.child.on('error', (error) => this.breakOff(error));
    // What ends by itself ran out of memory.
    this.child.on('exit', () => this.breakOff(tooMuch()));
    this.rest();
  }

  /** One step, whose questions are answered by what is lent for it. */
  async run<S extends keyof Steps>(step: S, input: Parameters<Steps[S]>[0], lent: Lent): Promise<string> {
    if (this.isBroken) throw tooMuch();
    this.child.channel?.ref();
    const late = lent.withinMs === undefined ? undefined : setTimeout(() => this.breakOff(tooMuch()), lent.withinMs);
    try {
      return await this.answerOf(step, input, lent);
    } finally {
      clearTimeout(late);
      this.rest();
    }
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  private answerOf<S extends keyof Steps>(step: S, input: Parameters<Steps[S]>[0], lent: Lent): Promise<string> {
    let failed: unknown;
    return new Promise<string>((done, fail) => {
      this.broke = fail;
      this.hear = (message) => {
        if ('asks' in message)
          answerTo(message, lent).then(
            (rows) => this.say({ answering: message.asks, rows }),
            (error: unknown) => {
              failed ??= error;
              this.say({ answering: message.asks, failed: true });
            },
          );
        else if ('answer' in message) done(message.answer);
        else fail(failed ?? ('refused' in message ? new Refusal(message.refused.code, message.refused.more) : new Error(message.broke)));
      };
      this.say({ step, input });
    });
  }

  private say(message: ToWorker): void {
    // One that has just died says so by its exit.
    if (this.child.connected) this.child.send(message, () => undefined);
  }

  /** A worker that waits for its next step keeps no server alive. */
  private rest(): void {
    this.hear = () => undefined;
    this.broke = () => undefined;
    this.child.unref();
    this.child.channel?.unref();
  }

  private breakOff(error: Error): void {
    this.isBroken = true;
    this.end();
    this.broke(error);
  }
}

async function answerTo(message: Extract<FromWorker, { readonly asks: number }>, { db, told }: Lent): Promise<unknown> {
  if ('percent' in message) return told?.(message.percent);
  if (!db) throw new Error('a step without a transaction asks the database');
  return db.query(message.sql, message.values);
}

const tooMuch = (): Refusal => refuseField('file', TOO_MUCH, 'bad_input');
