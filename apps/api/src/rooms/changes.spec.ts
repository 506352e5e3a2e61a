import { routes } from '@followthrough/contracts';
import type { Caller, Heard } from '@followthrough/testing';
import { Hub } from '../kernel/events/hub';
import { aGuest, anOpenPoll, anOpenRoom } from '../testing/room-builder';
import { openStage, type Stage } from '../testing/stage';

const { page, edit, changes, guestChanges, screen, close } = routes.rooms;
const { moderate, raise } = routes.questions;

describe('the changes of a room', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const lead = () => stage.person(['lead']);
  /** Where the room's screen is now, with all that has happened numbered. */
  const positionOf = async (keeper: Caller, summitId: string) => {
    await stage.owner.query('select kernel.number_events()');
    return (await keeper.ask(page, { params: { id: summitId } })).position;
  };
  const fewer = async (hub: Hub, than: number) => {
    while (hub.open >= than) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const kinds = (heard: readonly Heard[]) => heard.map(({ kind }) => kind);

  it('reach keepers and guests as they happen, each what they may see', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper, 'Live', { checksQuestions: true });
    const { guest } = await aGuest(stage, code);
    const position = await positionOf(keeper, summitId);
    const wall = keeper.listen(changes, { params: { id: summitId }, query: { after: position } });
    const phone = guest.listen(guestChanges, { params: { codeKey: code }, query: { after: position } });
    expect(await Promise.all([wall.begun, phone.begun])).toEqual([200, 200]);

    const { question, guest: asker } = await aGuest(stage, code, 'Who decides?');
    const id = question?.id ?? '';
    await wall.until((heard) => heard.some(({ kind }) => kind === 'question'));
    await keeper.ask(moderate, { params: { id }, body: { state: 'approved', version: 1 } });
    await guest.ask(raise, { params: { codeKey: code, id } });
    const poll = await anOpenPoll(keeper, summitId);
    await asker.ask(routes.polls.vote, { params: { codeKey: code, id: poll.id }, body: { choices: [1] } });
    await keeper.ask(edit, { params: { id: summitId }, body: { shownPollId: poll.id, version: 1 } });
    await keeper.ask(moderate, { params: { id }, body: { state: 'parked', version: 2 } });
    await keeper.ask(close, { params: { id: summitId } });

    const isOver = (heard: readonly Heard[]) => heard.some(({ kind, body }) => kind === 'room' && body['state'] === 'closed');
    const [seen, told] = await Promise.all([wall.until(isOver), phone.until(isOver)]);
    expect(kinds(seen)).toEqual(['joined', 'question', 'question', 'votes', 'poll', 'poll', 'voted', 'room', 'question', 'poll', 'room']);
    expect(kinds(told)).toEqual(['question', 'votes', 'poll', 'voted', 'room', 'gone', 'poll', 'room']);
    expect(told.find(({ kind }) => kind === 'votes')?.body).toEqual({ id, votes: 2 });
    expect(told.find(({ kind }) => kind === 'voted')?.body).toEqual({ id: poll.id, voted: 1, result: [0, 1, 0] });
    wall.close();
    phone.close();
  });

  it('go on where a browser was, with nothing lost and nothing twice', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { question } = await aGuest(stage, code, 'Counted?');
    const position = await positionOf(keeper, summitId);
    const steady = keeper.listen(changes, { params: { id: summitId }, query: { after: position } });
    await steady.begun;
    const guests = await Promise.all(Array.from({ length: 10 }, () => aGuest(stage, code)));
    const got: Heard[] = [];
    let after = position;
    // Drops out after every few events, and comes back with the last id it saw, while votes go on.
    const hopping = (async () => {
      while (got.filter(({ kind }) => kind === 'votes').length < 10) {
        const ear = keeper.listen(changes, { params: { id: summitId }, headers: { 'last-event-id': String(after) } });
        const heard = await ear.until((events) => events.length >= 2 || (events.at(-1)?.body['votes'] === 11));
        ear.close();
        got.push(...heard);
        after = heard.at(-1)?.id ?? after;
      }
    })();
    for (const { guest } of guests) await guest.ask(raise, { params: { codeKey: code, id: question?.id ?? '' } });
    await hopping;
    const all = await steady.until((heard) => heard.filter(({ kind }) => kind === 'votes').length === 10);
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort((a, b) => a - b)).toEqual(ids);
    expect(all.filter(({ kind }) => kind === 'votes').map(({ body }) => body['votes'])).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(got.map(({ id }) => id)).toEqual(ids.filter((id) => id > position).slice(0, got.length));
    steady.close();
  });

  it('are heard by many at once, each all of them', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { question } = await aGuest(stage, code, 'Everybody?');
    const position = await positionOf(keeper, summitId);
    const guests = await Promise.all(Array.from({ length: 15 }, () => aGuest(stage, code)));
    // Some open their stream while votes are coming in.
    const ears = guests.map(({ guest }) => guest.listen(guestChanges, { params: { codeKey: code }, query: { after: position } }));
    await Promise.all(guests.map(({ guest }) => guest.ask(raise, { params: { codeKey: code, id: question?.id ?? '' } })));
    for (const ear of ears) {
      const heard = await ear.until((events) => events.filter(({ kind }) => kind === 'votes').length >= 15);
      expect(heard.filter(({ kind }) => kind === 'votes').map(({ body }) => body['votes'])).toEqual(Array.from({ length: 15 }, (_, at) => at + 2));
      ear.close();
    }
  });

  it('tell nobody what was rolled back', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { guest, question } = await aGuest(stage, code, 'Kept?');
    const position = await positionOf(keeper, summitId);
    const wall = keeper.listen(changes, { params: { id: summitId }, query: { after: position } });
    await wall.begun;
    await guest.try(routes.questions.ask, { params: { codeKey: code }, body: { id: question?.id ?? '', text: 'The same again', isAnonymous: true } });
    await keeper.try(moderate, { params: { id: question?.id ?? '' }, body: { state: 'merged', version: 1 } });
    await guest.ask(raise, { params: { codeKey: code, id: question?.id ?? '' } });
    await keeper.ask(moderate, { params: { id: question?.id ?? '' }, body: { state: 'answered', version: 1 } });
    expect(kinds(await wall.until((heard) => heard.some(({ kind }) => kind === 'question')))).toEqual(['question']);
    wall.close();
  });

  it('begin nowhere in the future, and say to read again when too much was missed', async () => {
    const keeper = await lead();
    const { summitId, code } = await anOpenRoom(keeper);
    const { guest, question } = await aGuest(stage, code, 'Ahead?');
    const ahead = keeper.listen(changes, { params: { id: summitId }, query: { after: 9_000_000_000_000 } });
    await ahead.begun;
    const { guest: other } = await aGuest(stage, code);
    await other.ask(raise, { params: { codeKey: code, id: question?.id ?? '' } });
    await ahead.until((heard) => heard.some(({ kind }) => kind === 'votes'));
    ahead.close();
    await stage.owner.query(`insert into event (locality_id, room_id, audience, kind, body) select r.locality_id, r.id, 'all', 'votes', json_build_object('id', $2::text, 'votes', n) from room r, generate_series(1, 1000) n where r.code = $1`, [code, question?.id]);
    await stage.owner.query('select kernel.number_events()');
    const late = guest.listen(guestChanges, { params: { codeKey: code } });
    expect(kinds(await late.until((heard) => heard.length > 0))).toEqual(['again']);
    await late.ended();
    expect((await guest.ask(screen, { params: { codeKey: code } })).position).toBeGreaterThan(1000);
  });

  it('go to one guest so many times and no more, and again when one of theirs has closed', async () => {
    const { code } = await anOpenRoom(await lead());
    const { guest } = await aGuest(stage, code);
    const { guest: other } = await aGuest(stage, code);
    const at = { params: { codeKey: code } };
    const ears = Array.from({ length: 8 }, () => guest.listen(guestChanges, at));
    await Promise.all(ears.map((ear) => ear.begun));
    expect((await guest.try(guestChanges, at)).problem).toMatchObject({ status: 429, code: 'too_many' });
    expect((await other.try(guestChanges, at)).status).toBe(200);
    const hub = stage.app.get(Hub, { strict: false });
    const open = hub.open;
    ears[0]?.close();
    await fewer(hub, open);
    expect((await guest.try(guestChanges, at)).status).toBe(200);
    ears.forEach((ear) => ear.close());
    await fewer(hub, 1);
  });

  it('leave nothing behind when streams close, and let nobody wait at a server that stops', async () => {
    const hub = stage.app.get(Hub, { strict: false });
    const before = hub.open;
    const keeper = await lead();
    const { summitId } = await anOpenRoom(keeper);
    const ears = Array.from({ length: 5 }, () => keeper.listen(changes, { params: { id: summitId } }));
    await Promise.all(ears.map((ear) => ear.begun));
    expect(hub.open).toBe(before + 5);
    await hub.onModuleDestroy();
    await Promise.all(ears.map((ear) => ear.ended()));
    expect(hub.open).toBe(0);
    expect((await keeper.try(changes, { params: { id: summitId } })).problem).toMatchObject({ status: 503, code: 'unavailable' });
  });
});
