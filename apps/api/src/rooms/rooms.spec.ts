import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';
import { aGuest, anOpenPoll, anOpenRoom } from '../testing/room-builder';

const { open, page, edit, close, changes, doorway, join, screen, guestChanges } = routes.rooms;

describe('rooms', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const lead = () => stage.person(['lead']);

  it('lets people in by a code that can be read out, and shows them the summit', async () => {
    const { code } = await anOpenRoom(await lead(), 'Winter summit');
    expect(code).toMatch(/^[2-9B-DF-HJ-NP-TV-Z]{8}$/);
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    expect(await stage.nobody().ask(doorway, { params: { codeKey: typed } })).toEqual({ title: 'Winter summit', locality: 'Northmoor', state: 'open', names: 'either', isIn: false, name: null });
    const { guest } = await aGuest(stage, code);
    expect(await guest.ask(screen, { params: { codeKey: code } })).toMatchObject({ title: 'Winter summit', locality: 'Northmoor', name: 'Alex Guest', room: { state: 'open', takesQuestions: true }, questions: [], polls: [] });
    expect(await guest.ask(doorway, { params: { codeKey: code } })).toMatchObject({ isIn: true });
  });

  it('gives a guest a cookie for that room alone, which no script can read', async () => {
    const { code } = await anOpenRoom(await lead());
    const { cookies } = await stage.nobody().try(join, { params: { codeKey: code }, body: {} });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(new RegExp(`^followthrough\\.guest=[\\w-]{43}; Path=/api/v1/join/${code}; Max-Age=64800; HttpOnly; SameSite=Lax$`));
  });

  it('keeps somebody who joins again on the same browser one and the same', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { guest } = await aGuest(stage, code);
    const again = await guest.try(join, { params: { codeKey: code }, body: { name: 'Sam Guest' } });
    expect(again).toMatchObject({ cookies: [], body: { name: 'Sam Guest' } });
    expect(await keeper.ask(page, { params: { id: summitId } })).toMatchObject({ people: 1 });
  });

  it('counts a member once, however many devices they hold, by their own name', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const member = await stage.person(['executive']);
    expect(await member.ask(doorway, { params: { codeKey: code } })).toMatchObject({ name: 'Test executive' });
    for (const name of ['Somebody else', null]) expect(await member.ask(join, { params: { codeKey: code }, body: { name } })).toMatchObject({ name: 'Test executive' });
    expect(await keeper.ask(page, { params: { id: summitId } })).toMatchObject({ people: 1 });
  });

  it('asks for a name where questions carry names', async () => {
    const { code } = await anOpenRoom(await lead(), 'Named summit', { names: 'named' });
    expect((await stage.nobody().try(join, { params: { codeKey: code }, body: {} })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'name' }] });
    expect((await stage.nobody().try(join, { params: { codeKey: code }, body: { name: 'Kim Guest' } })).status).toBe(201);
  });

  it('closes for good: no joining, asking or voting, and open polls close with it', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const poll = await anOpenPoll(keeper, summitId);
    const { guest, question } = await aGuest(stage, code, 'Why so late?');
    await guest.ask(routes.polls.vote, { params: { codeKey: code, id: poll.id }, body: { choices: [2] } });
    const closed = await keeper.ask(close, { params: { id: summitId } });
    expect(closed).toMatchObject({ room: { state: 'closed', takesQuestions: false }, polls: [{ state: 'closed', result: [0, 0, 1] }] });
    expect((await keeper.try(close, { params: { id: summitId } })).problem.code).toBe('already_done');
    expect((await keeper.try(open, { params: { id: summitId }, body: { names: 'either', takesQuestions: true, checksQuestions: true } })).problem.code).toBe('already_done');
    expect((await stage.nobody().try(join, { params: { codeKey: code }, body: {} })).problem).toMatchObject({ code: 'rule', detail: 'This summit has closed' });
    expect(await guest.ask(screen, { params: { codeKey: code } })).toMatchObject({ room: { state: 'closed' }, polls: [{ result: [0, 0, 1], mine: [2] }] });
    const other = { params: { codeKey: code, id: question?.id ?? '' } };
    expect((await guest.try(routes.questions.raise, other)).problem).toMatchObject({ code: 'rule', detail: 'This summit has closed' });
    expect((await guest.try(routes.questions.ask, { params: { codeKey: code }, body: { id: '5d0ad8e2-6f0e-4d2c-8a53-0a3d1d2f8a10', text: 'Too late', isAnonymous: true } })).problem.fields?.[0]?.message).toBe('This summit has closed');
    expect((await guest.try(routes.polls.vote, { params: { codeKey: code, id: poll.id }, body: { choices: [1] } })).problem.detail).toMatch(/frozen/);
  });

  it('shows on the projector one thing at a time, and only of this room', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const poll = await anOpenPoll(keeper, summitId);
    const { question } = await aGuest(stage, code, 'What first?');
    expect(await keeper.ask(edit, { params: { id: summitId }, body: { shownPollId: poll.id, version: 1 } })).toMatchObject({ shownPollId: poll.id, shownQuestionId: null });
    expect(await keeper.ask(edit, { params: { id: summitId }, body: { shownQuestionId: question?.id ?? null, version: 2 } })).toMatchObject({ shownPollId: null, shownQuestionId: question?.id });
    const elsewhere = await anOpenRoom(keeper);
    expect((await keeper.try(edit, { params: { id: elsewhere.summitId }, body: { shownQuestionId: question?.id ?? null, version: 1 } })).problem.status).toBe(422);
  });

  it('tells nothing to who has no code, an old cookie or the cookie of another room', async () => {
    const keeper = await lead();
    const [one, other] = [await anOpenRoom(keeper), await anOpenRoom(keeper)];
    const { guest } = await aGuest(stage, one.code);
    expect((await guest.try(screen, { params: { codeKey: other.code } })).problem.code).toBe('not_found');
    expect((await stage.nobody().try(screen, { params: { codeKey: one.code } })).problem.code).toBe('join_needed');
    await stage.owner.query(`update guest_session set expires_at = now() - interval '1 second'`);
    for (const route of [screen, guestChanges]) expect((await guest.try(route, { params: { codeKey: one.code } })).problem.code).toBe('not_found');
  });

  it('slows down whoever guesses codes, and lets those who have joined go on', async () => {
    const { code } = await anOpenRoom(await lead());
    const { guest } = await aGuest(stage, code);
    const guesses: number[] = [];
    for (let tries = 0; tries < 204; tries += 1) guesses.push((await stage.nobody().try(doorway, { params: { codeKey: `ZZZZ${String(2_222 + tries).replace(/[01]/g, '9')}` } })).status);
    expect(guesses.indexOf(429)).toBeGreaterThan(190);
    const { problem, headers } = await stage.nobody().try(doorway, { params: { codeKey: code } });
    expect(problem.code).toBe('too_many');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await stage.nobody().try(join, { params: { codeKey: code }, body: {} })).problem.code).toBe('too_many');
    expect((await guest.try(screen, { params: { codeKey: code } })).status).toBe(200);
    await stage.owner.query('delete from identity.attempt');
  });

  it('keeps the other locality out', async () => {
    const { summitId } = await anOpenRoom(await lead());
    const stranger = await stage.person(['lead'], 'eastvale');
    for (const route of [page, changes]) expect((await stranger.try(route, { params: { id: summitId } })).problem.code).toBe('not_found');
    for (const role of ['executive', 'expert', 'critical_friend'] as const) expect((await (await stage.person([role])).try(page, { params: { id: summitId } })).problem.code).toBe('not_permitted');
  });
});
