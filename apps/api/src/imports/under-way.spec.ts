import { randomBytes } from 'node:crypto';
import { type ImportUnderWay, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { upload, list } = routes.imports;

/** A plan of so many rows, each with a word of explanation, as a .csv file. */
const long = (rows: number): Buffer => Buffer.from(`Ref,Action,Description\n${Array.from({ length: rows }, (_, row) => `9.${row},Action ${row},${'What it is for. '.repeat(8)}`).join('\n')}\n`);

describe('a long file on its way in', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  /** What the list says is under way, asked again and again until the deed is done. */
  async function watched<T>(asking: Promise<T>, who = lead): Promise<{ readonly answer: T; readonly seen: readonly ImportUnderWay[] }> {
    let done = false;
    const ending = asking.finally(() => (done = true));
    // A refusal is told to whoever asks for the answer, below.
    ending.catch(() => undefined);
    const seen: ImportUnderWay[] = [];
    while (!done) seen.push(...(await who.ask(list)).underWay);
    return { answer: await ending, seen };
  }

  it('says whose file is being read and how far that has come, and is over when the import is there', async () => {
    const { answer, seen } = await watched(lead.ask(upload, { file: { name: 'long.csv', content: long(4_000) } }));
    expect(new Set(seen.map(({ id, fileName, by }) => `${id} ${fileName} ${by}`))).toEqual(new Set([`${answer.id} long.csv Test lead`]));
    expect(new Set(seen.map(({ step }) => step))).toEqual(new Set(['reading', 'understanding']));
    expect(seen.map(({ percent }) => percent)).toEqual(seen.map(({ percent }) => percent).toSorted((one, other) => one - other));
    const after = await lead.ask(list);
    expect([after.underWay, after.items.map(({ id }) => id)]).toEqual([[], [answer.id]]);
  });

  it('leaves nothing of a long file that is refused', async () => {
    const { answer } = await watched(lead.try(upload, { file: { name: 'noise.csv', content: randomBytes(200_000) } }));
    expect(answer.status).toBe(400);
    expect((await lead.ask(list)).underWay).toEqual([]);
    expect((await stage.owner.query('select from kernel.import_progress')).rowCount).toBe(0);
  });

  it('says nothing of another locality’s files, and nothing of what a stopped server left', async () => {
    const there = await stage.person(['lead'], 'eastvale');
    const { seen } = await watched(lead.ask(upload, { file: { name: 'longer.csv', content: long(3_000) } }), there);
    expect(seen).toEqual([]);
    await stage.owner.query(`insert into kernel.import_progress (locality_id, import_id, step, percent, file_name, started_by, at) select l.id, uuidv7(), 'reading', 40, 'old.csv', uuidv7(), now() - interval '11 minutes' from locality l where l.slug = 'northmoor'`);
    expect((await lead.ask(list)).underWay).toEqual([]);
  });
});
