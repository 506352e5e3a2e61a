import { randomUUID } from 'node:crypto';
import { type PollKind, routes } from '@followthrough/contracts';
import { tally } from '@followthrough/domain';
import fc from 'fast-check';
import { aGuest, anOpenPoll, anOpenRoom } from '../testing/room-builder';
import { openStage, type Stage } from '../testing/stage';

const { add, edit, open, close, vote } = routes.polls;
const { page, screen } = routes.rooms;

describe('polls at a summit', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const lead = () => stage.person(['lead']);
  const beds = { question: 'What first?', kind: 'single' as const, options: ['Beds', 'Homes', 'Staff'], isSecret: false, showsLive: false };

  it('is prepared unseen, opens once, and its words are fixed from then on', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { guest } = await aGuest(stage, code);
    const { id } = await keeper.ask(add, { params: { id: summitId }, body: beds });
    expect((await guest.ask(screen, { params: { codeKey: code } })).polls).toEqual([]);
    expect((await guest.try(vote, { params: { codeKey: code, id }, body: { choices: [0] } })).problem.code).toBe('not_found');
    await keeper.ask(edit, { params: { id }, body: { options: ['Beds', 'Homes'], version: 1 } });
    expect(await keeper.ask(open, { params: { id } })).toMatchObject({ state: 'open', options: ['Beds', 'Homes'], voted: 0, result: null });
    expect((await keeper.try(edit, { params: { id }, body: { question: 'What last?', version: 3 } })).problem).toMatchObject({ status: 422, detail: 'The words of a poll are fixed once it is open' });
    await keeper.ask(close, { params: { id } });
    expect((await keeper.try(open, { params: { id } })).problem).toMatchObject({ status: 422, detail: 'A poll opens once and closes once' });
  });

  it('takes one ballot a person, changed until it closes and frozen then, by the database', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { id } = await anOpenPoll(keeper, summitId);
    const { guest } = await aGuest(stage, code);
    const { guest: other } = await aGuest(stage, code);
    const at = { params: { codeKey: code, id } };
    await Promise.all(Array.from({ length: 6 }, () => guest.ask(vote, { ...at, body: { choices: [0] } })));
    await other.ask(vote, { ...at, body: { choices: [1] } });
    expect(await guest.ask(vote, { ...at, body: { choices: [2] } })).toMatchObject({ voted: 2, result: [0, 1, 1], hasVoted: true, mine: [2] });
    expect(await keeper.ask(close, { params: { id } })).toMatchObject({ state: 'closed', voted: 2, result: [0, 1, 1] });
    expect((await guest.try(vote, { ...at, body: { choices: [0] } })).problem).toMatchObject({ status: 422, detail: 'This poll has closed: its votes are frozen' });
    for (const sql of ['update ballot set choices = array[0::smallint]', 'delete from ballot', 'delete from poll_voter', `insert into ballot (locality_id, poll_id, choices) select locality_id, id, array[0::smallint] from poll`])
      await expect(stage.owner.query(sql)).rejects.toThrow(/votes are frozen/);
    for (const sql of [`update poll set result = array[9, 9, 9] where id = '${id}'`, `update poll set state = 'open', result = null where id = '${id}'`]) await expect(stage.owner.query(sql)).rejects.toThrow(/fixed once it is open|opens once and closes once/);
  });

  it('lets votes and closing race without a vote between: what was answered is counted, the rest refused', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { id } = await anOpenPoll(keeper, summitId);
    const guests = await Promise.all(Array.from({ length: 12 }, () => aGuest(stage, code)));
    const [closed, ...said] = await Promise.all([keeper.ask(close, { params: { id } }), ...guests.map(({ guest }) => guest.try(vote, { params: { codeKey: code, id }, body: { choices: [1] } }))]);
    const counted = said.filter(({ status }) => status === 200).length;
    expect(said.filter(({ status }) => status !== 200).every(({ problem }) => problem.code === 'rule')).toBe(true);
    expect(closed).toMatchObject({ voted: counted, result: [0, counted, 0] });
  });

  it('keeps a secret ballot secret in the database: no author, no time, no order, no history', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { id } = await anOpenPoll(keeper, summitId, { isSecret: true, showsLive: false });
    const at = { params: { codeKey: code, id } };
    const guests = await Promise.all(Array.from({ length: 8 }, async () => ({ ...(await aGuest(stage, code)), receipt: randomUUID() })));
    for (const [nth, { guest, receipt }] of guests.entries()) expect(await guest.ask(vote, { ...at, body: { choices: [nth % 3], receipt } })).toMatchObject({ hasVoted: true, mine: null, result: null, voted: nth + 1 });
    expect((await keeper.ask(page, { params: { id: summitId } })).polls).toMatchObject([{ voted: 8, result: null }]);
    const { rows } = await stage.owner.query<Record<string, unknown>>('select * from ballot where poll_id = $1', [id]);
    expect(rows).toHaveLength(8);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['choices', 'id', 'locality_id', 'participant_id', 'poll_id', 'receipt']);
      expect(row).toMatchObject({ participant_id: null, id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/) });
    }
    await keeper.ask(close, { params: { id } });
    const { rows: after } = await stage.owner.query<{ transaction: string; receipt: Buffer | null }>('select xmin::text as transaction, receipt from ballot where poll_id = $1', [id]);
    // Laid down again in one transaction: not even the row stamps of PostgreSQL say who came when.
    expect(new Set(after.map(({ transaction }) => transaction)).size).toBe(1);
    expect(after.every(({ receipt }) => receipt === null)).toBe(true);
    const { rowCount } = await stage.owner.query(`select from audit where table_name in ('ballot', 'poll_voter')`);
    expect(rowCount).toBe(0);
  });

  it('lets only the device with the receipt change a secret ballot, and nobody vote twice with another', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { id } = await anOpenPoll(keeper, summitId, { isSecret: true, showsLive: false });
    const { guest } = await aGuest(stage, code);
    const { guest: other } = await aGuest(stage, code);
    const at = { params: { codeKey: code, id } };
    const receipt = randomUUID();
    expect((await guest.try(vote, { ...at, body: { choices: [0] } })).problem).toMatchObject({ status: 422, detail: 'A secret ballot needs a receipt' });
    await guest.ask(vote, { ...at, body: { choices: [0], receipt } });
    await guest.ask(vote, { ...at, body: { choices: [1], receipt } });
    expect((await guest.try(vote, { ...at, body: { choices: [2], receipt: randomUUID() } })).problem).toMatchObject({ status: 422, detail: expect.stringMatching(/^You have voted already/) });
    // Somebody else's receipt is worth nothing to who has not voted, and changes nothing.
    expect((await other.try(vote, { ...at, body: { choices: [2], receipt } })).status).toBe(409);
    expect(await keeper.ask(close, { params: { id } })).toMatchObject({ voted: 1, result: [0, 1, 0] });
  });

  it('refuses a poll that cannot be asked and a ballot that does not answer it', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { guest } = await aGuest(stage, code);
    for (const [more, field] of [[{ options: ['Beds'] }, 'options'], [{ kind: 'confidence' }, 'options'], [{ most: 2 }, 'most'], [{ kind: 'multiple', most: 4 }, 'most'], [{ options: ['Beds', 'beds'] }, 'options'], [{ isSecret: true, showsLive: true }, 'showsLive']] as const)
      expect((await keeper.try(add, { params: { id: summitId }, body: { ...beds, ...more } })).problem).toMatchObject({ code: 'rule', fields: [{ field }] });
    for (const [kind, choices] of [['single', [0, 1]], ['single', [3]], ['multiple', [0, 0]], ['multiple', [0, 1, 2]], ['ranking', [3, 1]], ['confidence', [0]], ['confidence', [6]], ['single', []]] as const) {
      const { id } = await anOpenPoll(keeper, summitId, { kind, options: kind === 'confidence' ? [] : beds.options, most: kind === 'multiple' ? 2 : null });
      expect((await guest.try(vote, { params: { codeKey: code, id }, body: { choices: [...choices] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'choices' }] });
    }
  });

  it('counts as the domain counts, whatever is voted', async () => {
    const ballots = (kind: PollKind, options: number) => fc.array(kind === 'single' ? fc.nat(options - 1).map((one) => [one]) : kind === 'confidence' ? fc.integer({ min: 1, max: 5 }).map((one) => [one]) : fc.shuffledSubarray(Array.from({ length: options }, (_, at) => at), { minLength: 1 }), { maxLength: 12 });
    const cases = fc.constantFrom<PollKind>('single', 'multiple', 'ranking', 'confidence').chain((kind) => fc.integer({ min: 2, max: 6 }).chain((options) => fc.record({ kind: fc.constant(kind), options: fc.constant(options), said: ballots(kind, options) })));
    await fc.assert(
      fc.asyncProperty(cases, async ({ kind, options, said }) => {
        const words = kind === 'confidence' ? [] : Array.from({ length: options }, (_, at) => `Choice ${at}`);
        await stage.owner.query('begin');
        const { rows } = await stage.owner.query<{ id: string }>(`insert into poll (locality_id, room_id, question, kind, options) select r.locality_id, r.id, 'Any?', $1, $2 from room r limit 1 returning id`, [kind, words]);
        const id = rows[0]?.id;
        await stage.owner.query(`update poll set state = 'open' where id = $1`, [id]);
        for (const choices of said) await stage.owner.query('insert into ballot (locality_id, poll_id, choices) select locality_id, id, $2 from poll where id = $1', [id, choices]);
        const counted = await stage.owner.query<{ figures: number[] }>('select kernel.tally(p) as figures from poll p where id = $1', [id]);
        await stage.owner.query('rollback');
        expect(counted.rows[0]?.figures).toEqual(tally(kind, options, said));
      }),
      { numRuns: 40 },
    );
  });
});
