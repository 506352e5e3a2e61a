import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { routes } from '@followthrough/contracts';
import type { Caller, Heard } from '@followthrough/testing';
import { Hub } from '../kernel/events/hub';
import { aGuest, anOpenRoom } from '../testing/room-builder';
import { openStage, type Stage } from '../testing/stage';

const { page, changes, guestChanges, close } = routes.rooms;
const HEARTBEAT_MS = 50;
/** 19 kB an event: white space is kept in it, and its contract does not mind. */
const PADDING = 19_000;
const AT_ONCE = 8;

/** Who listens too slowly, and who may listen no more. */
describe('listening to a room', () => {
  let stage: Stage;
  let hub: Hub;
  beforeAll(async () => {
    stage = await openStage({ heartbeatMs: HEARTBEAT_MS });
    hub = stage.app.get(Hub, { strict: false });
  });
  afterAll(() => stage.close());

  const soon = () => new Promise((resolve) => setTimeout(resolve, 5));
  /** Tells the room so many votes for one question, each a large event. */
  const tellMany = async (code: string, question: string, from: number) => {
    await stage.owner.query(
      `insert into event (locality_id, room_id, audience, kind, body) select r.locality_id, r.id, 'all', 'votes', (json_build_object('id', $2::text, 'votes', n)::text || repeat(' ', $3))::json
       from room r, generate_series($4::integer, $4::integer + $5::integer - 1) n where r.code = $1`,
      [code, question, PADDING, from, AT_ONCE],
    );
    await stage.owner.query('select kernel.number_events()');
  };

  /** A browser that opens its stream and reads nothing until it is told to. */
  const aSlowOne = async (who: Caller, summitId: string, after: number) => {
    const server = stage.app.getHttpServer() as unknown as { address(): AddressInfo };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`http://127.0.0.1:${server.address().port}/api/v1/localities/northmoor/summits/${summitId}/room/changes?after=${after}`, { headers: { cookie: who.cookie ?? '' } }, resolve).on('error', reject);
    });
    return async (): Promise<readonly number[]> => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString('utf8')));
      response.on('error', () => undefined);
      await new Promise((resolve) => response.once('close', resolve));
      return text.split('\n\n').slice(0, -1).flatMap((event) => [...event.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id)));
    };
  };

  it('lets go of whoever takes nothing, goes on with everybody else, and gives the slow one the rest when it is back', async () => {
    const keeper = await stage.person(['lead']);
    const { summitId, code } = await anOpenRoom(keeper);
    const { question } = await aGuest(stage, code, 'Heard?');
    await stage.owner.query('select kernel.number_events()');
    const { position } = await keeper.ask(page, { params: { id: summitId } });
    const steady = keeper.listen(changes, { params: { id: summitId }, query: { after: position } });
    await steady.begun;
    const read = await aSlowOne(keeper, summitId, position);
    while (hub.open < 2) await soon();
    let told = 0;
    while (hub.open > 1) {
      await tellMany(code, question?.id ?? '', told + 1);
      told += AT_ONCE;
      await steady.until((heard) => heard.length === told);
    }
    // What the slow one took stays short of all by what was thrown away; nothing of it is kept for it.
    const had = await read();
    const ids = steady.heard.map(({ id }) => id);
    expect(had.length).toBeLessThan(ids.length);
    expect(had).toEqual(ids.slice(0, had.length));
    const back = keeper.listen(changes, { params: { id: summitId }, headers: { 'last-event-id': String(had.at(-1) ?? position) } });
    const rest = await back.until((heard) => heard.length === ids.length - had.length);
    expect([...had, ...rest.map(({ id }) => id)]).toEqual(ids);
    await tellMany(code, question?.id ?? '', told + 1);
    for (const ear of [steady, back]) await ear.until((heard) => heard.at(-1)?.body['votes'] === told + AT_ONCE);
    steady.close();
    back.close();
    while (hub.open > 0) await soon();
  });

  it('ends with the right to listen: the membership, the session, the guest’s own, the summit', async () => {
    const keeper = await stage.person(['lead']);
    const { summitId, code } = await anOpenRoom(keeper);
    const at = { params: { id: summitId } };
    const byCode = { params: { codeKey: code } };
    const [member, signedIn, other] = await Promise.all([stage.person(['lead']), stage.person(['lead']), stage.person(['lead'])]);
    const [{ guest }, { guest: neighbour }] = [await aGuest(stage, code), await aGuest(stage, code)];
    const ears = { member: member.listen(changes, at), signedIn: signedIn.listen(changes, at), other: other.listen(changes, at), guest: guest.listen(guestChanges, byCode), neighbour: neighbour.listen(guestChanges, byCode) };
    expect(await Promise.all(Object.values(ears).map((ear) => ear.begun))).toEqual([200, 200, 200, 200, 200]);

    await stage.owner.query(`update membership set ended_at = now() where person_id = $1`, [member.personId]);
    await ears.member.ended();
    expect((await member.try(changes, at)).problem).toMatchObject({ status: 404, code: 'not_found' });

    await signedIn.ask(routes.identity.signOut);
    await ears.signedIn.ended();
    expect((await signedIn.try(changes, at)).problem).toMatchObject({ status: 401, code: 'sign_in_needed' });

    const { rows } = await stage.owner.query<{ id: string }>(`select s.participant_id as id from guest_session s join participant p on p.id = s.participant_id join room r on r.id = p.room_id where r.code = $1 order by p.joined_at, p.id limit 1`, [code]);
    await stage.owner.query(`update guest_session set expires_at = now() where participant_id = $1`, [rows[0]?.id]);
    await ears.guest.ended();
    expect((await guest.try(guestChanges, byCode)).problem).toMatchObject({ status: 404, code: 'not_found' });

    // Those whose right nobody ended hear what happens next.
    const isClosed = (heard: readonly Heard[]) => heard.some(({ kind, body }) => kind === 'room' && body['state'] === 'closed');
    expect([ears.other.isOver, ears.neighbour.isOver]).toEqual([false, false]);
    await keeper.ask(close, at);
    await ears.other.until(isClosed);
    await ears.neighbour.ended();
    expect((await neighbour.try(guestChanges, byCode)).problem).toMatchObject({ code: 'rule', detail: 'This summit has closed' });
    expect((await neighbour.ask(routes.rooms.screen, byCode)).room.state).toBe('closed');
    expect(ears.other.isOver).toBe(false);
    ears.other.close();
    while (hub.open > 0) await soon();
  });
});
