// Reads and understands workbooks beside the server: what is large lives here, and goes when the process does.
import { setPriority } from 'node:os';
import { Refusal } from '../../kernel/refusal';
import type { FromWorker, ToWorker } from './messages';
import { steps } from './steps';

const waiting = new Map<number, { readonly done: (rows: unknown) => void; readonly fail: (error: Error) => void }>();
let asked = 0;

// Whoever reads a screen goes before whoever imports, and no import outlives its server.
setPriority(10);
process.once('disconnect', () => process.exit());

const say = (message: FromWorker): void => void process.send?.(message);

function ask<T>(question: (asks: number) => FromWorker): Promise<T> {
  const asks = (asked += 1);
  return new Promise((done, fail) => {
    waiting.set(asks, { done: (rows) => done(rows as T), fail });
    say(question(asks));
  });
}

const link = {
  db: { query: <T>(sql: string, values: readonly unknown[] = []): Promise<T> => ask((asks) => ({ asks, sql, values })) },
  told: (percent: number): Promise<void> => ask((asks) => ({ asks, percent })),
};

process.on('message', (message: ToWorker) => {
  if ('step' in message) return void take(message.step, message.input);
  const one = waiting.get(message.answering);
  waiting.delete(message.answering);
  // Why it failed is known where it failed; here the step only has to stop.
  if ('failed' in message) one?.fail(new Error('the statement failed'));
  else one?.done(message.rows);
});

async function take(step: keyof typeof steps, input: unknown): Promise<void> {
  try {
    const run = steps[step] as (input: unknown, with_: typeof link) => Promise<string>;
    say({ answer: await run(input, link) });
  } catch (thrown) {
    say(thrown instanceof Refusal ? { refused: { code: thrown.code, more: thrown.more } } : { broke: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
  }
}
