import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import { openStage, type Stage } from '../testing/stage';

const { list, raise, answer, close } = routes.threads;
const tomorrow = dayAfter(londonDay(new Date()), 1);

describe('threads', () => {
  let stage: Stage;
  let actionId: string;
  let findingId: string;

  beforeAll(async () => {
    stage = await openStage();
    const lead = await stage.person(['lead']);
    const { items } = await lead.ask(routes.frameworks.list);
    const review = await lead.ask(routes.reviews.add, { body: { frameworkId: items[0]?.id ?? '', title: 'Peer challenge' } });
    findingId = (await lead.ask(routes.findings.add, { body: { reviewId: review.id, ref: '4', quotation: 'Nobody owns the market.', kind: 'challenge', force: 'must', themes: [] } })).id;
    const { rows } = await stage.owner.query<{ id: string }>(
      `with p as (insert into plan (locality_id, title) select id, 'The plan' from locality where slug = 'northmoor' returning locality_id, id)
       insert into action (locality_id, plan_id, ref, title) select locality_id, id, '2.1', 'Discharge to assess' from p returning id`,
    );
    actionId = rows[0]?.id ?? '';
  });
  afterAll(() => stage.close());

  it('lets a critical friend challenge an action, a lead answer it and the friend close it; the other locality sees nothing', async () => {
    const [friend, lead] = [await stage.person(['critical_friend']), await stage.person(['lead'])];
    const raised = await friend.ask(raise, { body: { kind: 'challenge', text: 'Where do the therapists come from?', respondBy: tomorrow, actionId } });
    expect(raised).toMatchObject({ state: 'open', aboutRef: '2.1', aboutTitle: 'Discharge to assess', raisedByName: 'Test critical_friend', mine: true, overdue: false, answers: [] });
    const params = { id: raised.id };
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list, { query: { action: actionId } })).items).toEqual([]);
    expect((await elsewhere.try(answer, { params, body: { kind: 'accepted', text: 'Ours' } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(close, { params })).problem.code).toBe('not_found');
    expect((await elsewhere.try(raise, { body: { kind: 'comment', text: 'Hello', actionId } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'actionId' }] });

    const answered = await lead.ask(answer, { params, body: { kind: 'not_accepted', text: 'They are funded from January.' } });
    expect(answered).toMatchObject({ state: 'answered', mine: false, answers: [{ kind: 'not_accepted', text: 'They are funded from January.', answeredByName: 'Test lead' }] });
    expect((await lead.try(close, { params })).problem.code).toBe('not_permitted');
    expect(await friend.ask(answer, { params, body: { kind: 'reply', text: 'Funded is not hired.' } })).toMatchObject({ state: 'open' });
    await lead.ask(answer, { params, body: { kind: 'accepted', text: 'We will say when they are hired.' } });
    expect(await friend.ask(close, { params })).toMatchObject({ state: 'closed' });
    expect((await friend.try(close, { params })).problem.code).toBe('already_done');
    expect((await lead.try(answer, { params, body: { kind: 'done', text: 'Late' } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'text' }] });
    expect((await lead.ask(list, { query: { action: actionId } })).items.find((one) => one.id === raised.id)?.answers).toHaveLength(3);
  });

  it('lets nobody answer but those who may, and the one who raised it reply', async () => {
    const [friend, other] = [await stage.person(['critical_friend']), await stage.person(['critical_friend'])];
    const { id } = await friend.ask(raise, { body: { kind: 'question', text: 'Why?', findingId } });
    expect((await friend.try(answer, { params: { id }, body: { kind: 'accepted', text: 'I agree with myself' } })).problem.code).toBe('not_permitted');
    expect((await other.try(answer, { params: { id }, body: { kind: 'reply', text: 'Me too' } })).problem.code).toBe('not_permitted');
    expect((await (await stage.person(['visitor'])).try(raise, { body: { kind: 'comment', text: 'Hi', findingId } })).problem.code).toBe('not_permitted');
  });

  it('refuses a thread about nothing or two things, an answer date gone by, and changing what was said', async () => {
    const friend = await stage.person(['critical_friend']);
    expect((await friend.try(raise, { body: { kind: 'comment', text: 'About what?' } })).problem).toMatchObject({ fields: [{ field: 'actionId' }] });
    expect((await friend.try(raise, { body: { kind: 'comment', text: 'Both', actionId, findingId } })).problem).toMatchObject({ fields: [{ field: 'actionId' }] });
    expect((await friend.try(raise, { body: { kind: 'challenge', text: 'Late', findingId, respondBy: '2020-01-01' } })).problem).toMatchObject({ fields: [{ field: 'respondBy' }] });
    await stage.owner.query('begin');
    await expect(stage.owner.query(`update answer set text = 'Never said'`)).rejects.toThrow('append-only');
    await stage.owner.query('rollback; begin; set local role followthrough_api');
    await expect(stage.owner.query(`update thread set text = 'Never said'`)).rejects.toThrow('permission denied');
    await stage.owner.query('rollback');
  });

  it('brings what was said to people, in whose work it waits until they have seen it or answer', async () => {
    const [friend, lead, other] = [await stage.person(['critical_friend']), await stage.person(['lead']), await stage.person(['executive'])];
    const work = async (of: typeof lead) => (await of.ask(routes.myWork.read)).mentions;
    const readers = (await friend.ask(routes.threads.readers)).items;
    expect(readers.map((one) => one.id)).toEqual(expect.arrayContaining([lead.personId, other.personId]));
    expect(readers.map((one) => one.id)).not.toContain(friend.personId);
    const raised = await friend.ask(raise, { body: { kind: 'question', text: 'Who owns discharge?', actionId, mentionIds: [lead.personId, other.personId] } });
    expect(raised.mentions).toEqual(['Test lead', 'Test executive']);
    const [waiting] = await work(lead);
    expect(waiting).toMatchObject({ actionId, findingId: null, ref: '2.1', title: 'Discharge to assess', text: 'Who owns discharge?', saidByName: 'Test critical_friend' });
    expect(await work(friend)).toEqual([]);

    const answered = await lead.ask(answer, { params: { id: raised.id }, body: { kind: 'accepted', text: 'The trust does.', mentionIds: [friend.personId] } });
    expect(answered.answers[0]?.mentions).toEqual(['Test critical_friend']);
    expect(await work(lead)).toEqual([]);
    expect(await work(friend)).toMatchObject([{ text: 'The trust does.', saidByName: 'Test lead' }]);

    const [theirs] = await work(other);
    const params = { id: theirs?.id ?? '' };
    expect((await lead.try(routes.threads.seen, { params })).problem.code).toBe('not_found');
    expect((await other.ask(routes.threads.seen, { params })).mentions).toEqual([]);
    expect((await other.try(routes.threads.seen, { params })).problem.code).toBe('already_done');

    await friend.ask(close, { params: { id: raised.id } });
    expect(await work(friend)).toEqual([]);
  });

  it('brings it to nobody who cannot read it, and then says nothing at all', async () => {
    const [friend, visitor, elsewhere] = [await stage.person(['critical_friend']), await stage.person(['visitor']), await stage.person(['lead'], 'eastvale')];
    const gone = await stage.person(['lead']);
    await stage.owner.query('update membership set ended_at = now() where person_id = $1', [gone.personId]);
    const nobody = await (await stage.person(['lead'])).ask(routes.people.add, { body: { name: 'No Account' } });
    const lead = await stage.person(['lead']);
    const before = (await friend.ask(list, { query: { action: actionId } })).total;
    const tried = await friend.try(raise, { body: { kind: 'comment', text: 'Look', actionId, mentionIds: [lead.personId, visitor.personId, elsewhere.personId, gone.personId, nobody.id, friend.personId, lead.personId] } });
    expect(tried.problem).toMatchObject({ code: 'rule', fields: [1, 2, 3, 4, 5, 6].map((at) => ({ field: `mentionIds.${at}` })) });
    expect((await friend.ask(list, { query: { action: actionId } })).total).toBe(before);
    const ids = (await friend.ask(routes.threads.readers)).items.map((one) => one.id);
    for (const one of [visitor.personId, elsewhere.personId, gone.personId, nobody.id]) expect(ids).not.toContain(one);
  });

  it('leaves it to each person to say that they have seen it, whatever is asked of the database', async () => {
    const [friend, lead] = [await stage.person(['critical_friend']), await stage.person(['lead'])];
    await friend.ask(raise, { body: { kind: 'comment', text: 'See this', actionId, mentionIds: [lead.personId] } });
    const [waiting] = (await lead.ask(routes.myWork.read)).mentions;
    await lead.ask(routes.snoozes.snooze, { body: { kind: 'mention', thingId: waiting?.id ?? '', untilOn: tomorrow } });
    const sees = async (person: string | null) => {
      await stage.owner.query('begin');
      await stage.owner.query(`select set_config('app.locality', (select id from locality where slug = 'northmoor')::text, true), set_config('app.person', $1, true), set_config('app.actor', $1, true)`, [person]);
      await stage.owner.query('set local role followthrough_api');
      const { rowCount } = await stage.owner.query('update mention set seen_at = now() where id = $1', [waiting?.id]);
      await stage.owner.query('rollback');
      return rowCount;
    };
    expect([await sees(friend.personId), await sees(lead.personId)]).toEqual([0, 1]);
    await stage.owner.query('begin; set local role followthrough_api');
    await expect(stage.owner.query('update mention set person_id = mentioned_by')).rejects.toThrow('permission denied');
    await stage.owner.query('rollback');
    expect((await lead.ask(routes.myWork.read)).mentions).toHaveLength(1);
  });

  it('narrows to what critical friends raised and to one plan, with the total', async () => {
    const [friend, executive] = [await stage.person(['critical_friend']), await stage.person(['executive'])];
    const mine = await friend.ask(raise, { body: { kind: 'suggestion', text: 'Ask the carers.', actionId } });
    const theirs = await executive.ask(raise, { body: { kind: 'suggestion', text: 'Ask the board.', actionId } });
    const about = await friend.ask(raise, { body: { kind: 'suggestion', text: 'Read it again.', findingId } });
    const { planId } = await friend.ask(routes.actions.page, { params: { id: actionId } });
    const ids = async (query: Record<string, unknown>) => (await friend.ask(list, { query: { kind: 'suggestion', ...query } })).items.map((one) => one.id);
    expect(await ids({})).toEqual([about.id, theirs.id, mine.id]);
    expect(await ids({ byFriends: true })).toEqual([about.id, mine.id]);
    expect(await ids({ byFriends: false })).toEqual([theirs.id]);
    expect(await ids({ byFriends: true, plan: planId })).toEqual([mine.id]);
    expect((await friend.ask(list, { query: { kind: 'suggestion', byFriends: true } })).total).toBe(2);
  });

  it('lists what waits for an answer first, then the latest, page by page', async () => {
    const friend = await stage.person(['critical_friend']);
    const lead = await stage.person(['lead']);
    const { items } = await lead.ask(routes.frameworks.list);
    const review = await lead.ask(routes.reviews.add, { body: { frameworkId: items[0]?.id ?? '', title: 'Busy' } });
    const busy = (await lead.ask(routes.findings.add, { body: { reviewId: review.id, ref: '1', quotation: 'Busy.', kind: 'challenge', force: 'must', themes: [] } })).id;
    const ids: string[] = [];
    for (let count = 0; count < 53; count += 1) ids.push((await friend.ask(raise, { body: { kind: 'comment', text: `Number ${count}`, findingId: busy } })).id);
    await lead.ask(answer, { params: { id: ids[52] ?? '' }, body: { kind: 'done', text: 'Done' } });
    const first = await friend.ask(list, { query: { finding: busy } });
    const rest = await friend.ask(list, { query: { finding: busy, after: first.next } });
    expect([...first.items, ...rest.items].map((one) => one.id)).toEqual([...ids.slice(0, 52).reverse(), ids[52]]);
    expect(rest.next).toBeNull();
    expect((await friend.ask(list, { query: { finding: busy, state: 'answered' } })).items.map((one) => one.id)).toEqual([ids[52]]);
  });
});
