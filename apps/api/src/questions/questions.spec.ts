import { randomUUID } from 'node:crypto';
import { routes } from '@followthrough/contracts';
import { MOST_MINE } from '@followthrough/domain';
import { aGuest, anOpenRoom } from '../testing/room-builder';
import { openStage, type Stage } from '../testing/stage';

const { moderate, merge, ask, raise, withdraw } = routes.questions;
const { page, screen } = routes.rooms;

describe('questions at a summit', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const lead = () => stage.person(['lead']);
  const saying = (text: string, more: object = {}) => ({ id: randomUUID(), text, isAnonymous: true, ...more });

  it('waits for the moderator where the chair wants that: nobody else sees it until it is approved', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper, 'Checked', { checksQuestions: true });
    const { guest, question } = await aGuest(stage, code, 'Who pays?');
    const { guest: other } = await aGuest(stage, code);
    const at = { params: { codeKey: code } };
    expect(question).toMatchObject({ state: 'waiting', askedBy: 'Alex Guest', votes: 1, isMine: true, isRaised: true });
    expect((await other.ask(screen, at)).questions).toEqual([]);
    expect((await other.try(raise, { params: { codeKey: code, id: question?.id ?? '' } })).problem.code).toBe('not_found');
    expect((await keeper.ask(page, { params: { id: summitId } })).questions).toMatchObject([{ text: 'Who pays?', state: 'waiting', version: 1 }]);
    await keeper.ask(moderate, { params: { id: question?.id ?? '' }, body: { state: 'approved', version: 1 } });
    expect((await other.ask(screen, at)).questions).toMatchObject([{ text: 'Who pays?', isMine: false, isRaised: false }]);
    await keeper.ask(moderate, { params: { id: question?.id ?? '' }, body: { state: 'parked', version: 2 } });
    expect((await other.ask(screen, at)).questions).toEqual([]);
    expect((await guest.ask(screen, at)).questions).toMatchObject([{ state: 'parked' }]);
  });

  it('counts each person once, whatever is refreshed, replayed or sent at once', async () => {
    const { code } = await anOpenRoom(await lead());
    const { guest, question } = await aGuest(stage, code, 'Why?');
    const { guest: other } = await aGuest(stage, code);
    const vote = { params: { codeKey: code, id: question?.id ?? '' } };
    await Promise.all(Array.from({ length: 8 }, () => other.ask(raise, vote)));
    expect(await other.ask(raise, vote)).toMatchObject({ votes: 2 });
    expect(await guest.ask(raise, vote)).toMatchObject({ votes: 2 });
    expect(await other.ask(withdraw, vote)).toMatchObject({ votes: 1 });
    expect(await other.ask(withdraw, vote)).toMatchObject({ votes: 1 });
    // Who asks it goes on raising it.
    expect(await guest.ask(withdraw, vote)).toMatchObject({ votes: 1 });
  });

  it('counts votes that many people give at once', async () => {
    const { code } = await anOpenRoom(await lead());
    const { question } = await aGuest(stage, code, 'All of us?');
    const guests = await Promise.all(Array.from({ length: 12 }, () => aGuest(stage, code)));
    const counts = await Promise.all(guests.map(({ guest }) => guest.ask(raise, { params: { codeKey: code, id: question?.id ?? '' } })));
    expect(counts.map(({ votes }) => votes).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  it('takes the same question once, however often the device sends it', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { guest } = await aGuest(stage, code);
    const body = saying('Sent again and again');
    await Promise.all([1, 2, 3].map(() => guest.ask(ask, { params: { codeKey: code }, body })));
    expect((await keeper.ask(page, { params: { id: summitId } })).questions).toHaveLength(1);
    const { guest: other } = await aGuest(stage, code);
    expect((await other.try(ask, { params: { codeKey: code }, body })).problem.code).toBe('already_done');
  });

  it('says names as the chair set it, and never who asked without one', async () => {
    const keeper = await lead();
    const { code } = await anOpenRoom(keeper, 'Named', { names: 'named' });
    const { guest } = await aGuest(stage, code);
    expect((await guest.try(ask, { params: { codeKey: code }, body: saying('Hidden') })).problem).toMatchObject({ status: 422, fields: [{ field: 'isAnonymous' }] });
    const anonymous = await anOpenRoom(keeper, 'Nameless', { names: 'anonymous' });
    const named = await aGuest(stage, anonymous.code);
    expect((await named.guest.try(ask, { params: { codeKey: anonymous.code }, body: saying('Shown', { isAnonymous: false }) })).problem).toMatchObject({ status: 422, fields: [{ field: 'isAnonymous' }] });
    const either = await anOpenRoom(keeper);
    const member = await stage.person(['executive']);
    const { cookies } = await member.try(routes.rooms.join, { params: { codeKey: either.code }, body: {} });
    const asker = stage.browser(cookies);
    expect(await asker.ask(ask, { params: { codeKey: either.code }, body: saying('With my name', { isAnonymous: false }) })).toMatchObject({ askedBy: 'Test executive' });
    const { id } = await asker.ask(ask, { params: { codeKey: either.code }, body: saying('Without') });
    expect(await keeper.ask(page, { params: { id: either.summitId } })).toMatchObject({ questions: expect.arrayContaining([expect.objectContaining({ id, askedBy: null })]) });
    const { rows } = await stage.owner.query<{ said: string }>('select row_to_json(a)::text as said from audit a where row_id = $1', [id]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.said).not.toContain('Test executive');
    const { rows: about } = await stage.owner.query(`select from audit where table_name in ('support', 'ballot', 'poll_voter', 'guest_session')`);
    expect(about).toEqual([]);
  });

  it('stops a script: so many questions a person, however many are sent at once', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { guest } = await aGuest(stage, code);
    const said = await Promise.all(Array.from({ length: MOST_MINE + 15 }, (_, at) => guest.try(ask, { params: { codeKey: code }, body: saying(`Question ${at}`) })));
    expect(said.filter(({ status }) => status === 201)).toHaveLength(MOST_MINE);
    expect(said.find(({ status }) => status === 422)?.problem.fields?.[0]?.message).toMatch(/^You have asked 20 questions/);
    expect((await keeper.ask(page, { params: { id: summitId } })).questions).toHaveLength(MOST_MINE);
  });

  it('keeps HTML as the text it is', async () => {
    const { code } = await anOpenRoom(await lead());
    const text = '<script>alert("x")</script> & <b>bold</b>';
    const { question } = await aGuest(stage, code, text);
    expect(question?.text).toBe(text);
  });

  it('merges questions, counts who raised both once, and tells them apart again', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const [one, two, three] = [await aGuest(stage, code, 'Beds?'), await aGuest(stage, code, 'More beds?'), await aGuest(stage, code, 'Even more beds?')];
    const [a, b, c] = [one.question?.id ?? '', two.question?.id ?? '', three.question?.id ?? ''];
    const vote = (guest: typeof one.guest, id: string) => guest.ask(raise, { params: { codeKey: code, id } });
    await vote(one.guest, b);
    await vote(three.guest, b);
    expect(await keeper.ask(merge, { params: { id: a }, body: { intoId: b } })).toMatchObject({ id: b, votes: 3 });
    // What is merged already cannot be merged into; what was merged into one that goes, goes along.
    expect((await keeper.try(merge, { params: { id: c }, body: { intoId: a } })).problem).toMatchObject({ status: 422, fields: [{ field: 'intoId' }] });
    expect((await keeper.try(merge, { params: { id: b }, body: { intoId: b } })).problem.status).toBe(422);
    expect(await keeper.ask(merge, { params: { id: b }, body: { intoId: c } })).toMatchObject({ id: c, votes: 3 });
    const late = await aGuest(stage, code);
    // A vote for one that was merged meanwhile counts where it was merged.
    expect(await vote(late.guest, a)).toMatchObject({ id: c, votes: 4 });
    const { questions } = await keeper.ask(page, { params: { id: summitId } });
    expect(questions.filter((each) => each.mergedIntoId === c).map((each) => each.id).sort()).toEqual([a, b].sort());
    const back = questions.find((each) => each.id === b);
    expect(await keeper.ask(moderate, { params: { id: b }, body: { state: 'approved', version: back?.version ?? 1 } })).toMatchObject({ mergedIntoId: null, votes: 3 });
    const own = await one.guest.ask(screen, { params: { codeKey: code } });
    expect(own.questions.find((each) => each.id === c)).toMatchObject({ isRaised: true, isMine: false });
  });

  it('takes no votes once a question is answered, and no merged state by the back door', async () => {
    const keeper = await lead();
    const { code } = await anOpenRoom(keeper);
    const { question } = await aGuest(stage, code, 'Answered?');
    const id = question?.id ?? '';
    await keeper.ask(moderate, { params: { id }, body: { state: 'answered', version: 1 } });
    const { guest } = await aGuest(stage, code);
    expect((await guest.try(raise, { params: { codeKey: code, id } })).problem).toMatchObject({ status: 422, detail: 'This question has been answered' });
    expect((await keeper.try(moderate, { params: { id }, body: { state: 'merged', version: 2 } })).problem).toMatchObject({ status: 422, fields: [{ field: 'state' }] });
  });
});
