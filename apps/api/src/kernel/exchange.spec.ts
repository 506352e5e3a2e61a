import { Client, type PoolClient } from 'pg';
import { openStage, type Stage } from '../testing/stage';
import { exchange } from './exchange';

const OPEN = { name: 'open', text: `select 'somebody' as who`, values: [] };
const SHUT = { name: 'shut', text: `select 1 / $1::int as one`, values: [0] };

describe('an exchange', () => {
  let stage: Stage;
  let client: Client;
  beforeAll(async () => {
    stage = await openStage();
    client = new Client({ connectionString: stage.url, pipeline: true } as never);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await stage.close();
  });
  const ask = (door: typeof OPEN | typeof SHUT, text: string, name: string, values: unknown[] = []) => exchange<{ who: string }, { answer: number }>(client as unknown as PoolClient, door, { name, text, values });

  it('answers both, again and again', async () => {
    for (let turn = 0; turn < 3; turn += 1) expect(await ask(OPEN, 'select $1::int as answer', 'echo', [turn])).toEqual({ entered: [{ who: 'somebody', set_config: 'on' }], rows: [{ answer: turn }] });
  });

  it('asks nothing where the door stays shut, and what was not parsed then is parsed later', async () => {
    const shut = await ask(SHUT, 'select 5 as answer', 'five');
    expect(shut).toMatchObject({ entered: [], rows: [], failed: { code: '22012' } });
    expect(await ask(SHUT, 'select 5 as answer', 'five')).toMatchObject({ failed: { code: '22012' } });
    expect((await ask(OPEN, 'select 5 as answer', 'five')).rows).toEqual([{ answer: 5 }]);
  });

  it('says who entered though the statement failed, and goes on after it', async () => {
    for (let turn = 0; turn < 2; turn += 1) expect(await ask(OPEN, 'select 1 / $1::int as answer', 'divide', [0])).toMatchObject({ entered: [{ who: 'somebody', set_config: 'on' }], rows: [], failed: { code: '22012' } });
    expect((await ask(OPEN, 'select 1 / $1::int as answer', 'divide', [1])).rows).toEqual([{ answer: 1 }]);
    expect(await ask(OPEN, 'select no_such_column', 'wrong')).toMatchObject({ failed: { code: '42703' } });
    expect(await ask(OPEN, 'select no_such_column', 'wrong')).toMatchObject({ failed: { code: '42703' } });
  });

  it('is one transaction, in which nothing can be written', async () => {
    expect(await ask(OPEN, `insert into locality (slug, name) values ('written', 'Written') returning 1 as answer`, 'write')).toMatchObject({ failed: { code: '25006' } });
    expect((await client.query(`select current_setting('transaction_read_only') as now`)).rows).toEqual([{ now: 'off' }]);
  });

  it('ends its transaction for a statement without a name and without values too', async () => {
    expect((await ask(OPEN, 'select 7 as answer', '')).rows).toEqual([{ answer: 7 }]);
    await client.query('begin');
    expect((await client.query(`select current_setting('transaction_read_only') as now`)).rows).toEqual([{ now: 'off' }]);
    await client.query('rollback');
  });

  it('keeps many at once apart', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, turn) => (turn % 7 === 3 ? ask(SHUT, 'select 5 as answer', 'five') : ask(OPEN, 'select $1::int as answer', 'echo', [turn]))));
    all.forEach((one, turn) => expect(turn % 7 === 3 ? (one.failed as { code: string }).code : one.rows[0]?.answer).toBe(turn % 7 === 3 ? '22012' : turn));
  });
});
