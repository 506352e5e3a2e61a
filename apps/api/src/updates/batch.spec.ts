import { type BodyOf, MOST_AT_ONCE, routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { aBoard, anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { batch, report } = routes.updates;
const { page } = routes.actions;
type Sent = BodyOf<typeof batch>['updates'];

describe('many updates at once', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const soon = dayAfter(londonDay(new Date()), 20);
  const some = async (lead: Caller, count: number): Promise<readonly string[]> => {
    const planId = await aPlan(lead);
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push(await anAction(lead, planId));
    return ids;
  };
  const send = (lead: Caller, updates: Sent, headers?: Readonly<Record<string, string>>) => lead.try(batch, { body: { updates }, ...(headers ? { headers } : {}) });
  const written = async (ids: readonly string[]): Promise<number> => (await stage.owner.query('select from status_update where action_id = any ($1)', [ids])).rowCount ?? 0;

  it('are each what a single one is: the state is kept, the decision asked for, the board found by its name', async () => {
    const lead = await stage.person(['lead']);
    const boardId = await aBoard(lead, 'Sheet board');
    const [first = '', second = '', third = ''] = await some(lead, 3);
    const { items } = await lead.ask(batch, {
      body: {
        updates: [
          { actionId: second, status: 'off_track', narrative: 'Stuck', pathToGreen: 'Share it', deliveryConfidence: 'low', decision: { what: 'Fund it', fromWhom: 'sheet BOARD', neededBy: soon } },
          { actionId: first, status: 'on_track', narrative: 'First line\nSecond line', forecastOn: soon, restricted: true },
          { actionId: third, status: 'off_track', narrative: 'Stuck too', pathToGreen: 'Wait', decision: { what: 'Decide it', fromWhom: 'The director', neededBy: soon } },
        ],
      },
    });
    expect(items).toMatchObject([{ actionId: second, status: 'off_track', version: 2 }, { actionId: first, status: 'on_track', version: 2, decisionId: null }, { actionId: third }]);
    expect(await lead.ask(page, { params: { id: second } })).toMatchObject({ status: 'off_track', updates: [{ narrative: 'Stuck', deliveryConfidence: 'low', reportedByName: 'Test lead' }], decisions: [{ id: items[0]?.decisionId, boardId, what: 'Fund it', fromWhom: 'Sheet board', neededBy: soon }] });
    expect(await lead.ask(page, { params: { id: first } })).toMatchObject({ status: 'on_track', updates: [{ narrative: 'First line\nSecond line', forecastOn: soon, restricted: true }], decisions: [] });
    expect(await lead.ask(page, { params: { id: third } })).toMatchObject({ decisions: [{ boardId: null, fromWhom: 'The director' }] });
  });

  it('are refused by row and field, all that is wrong at once, and then nothing is written', async () => {
    const lead = await stage.person(['lead']);
    const ids = await some(lead, 4);
    const [a = '', b = '', c = '', d = ''] = ids;
    const { problem } = await send(lead, [
      { actionId: a, status: 'on_track' },
      { actionId: b, status: 'at_risk', narrative: 'Slow' },
      { actionId: '0197a8b2-0000-7000-8000-000000000001', status: 'on_track' },
      { actionId: c, status: 'on_track', forecastOn: '2020-01-01', onBehalfOfId: lead.personId },
      { actionId: d, status: 'off_track', narrative: 'Stuck', pathToGreen: 'Way', decision: { what: 'Fund it', boardId: '0197a8b2-0000-7000-8000-000000000001', neededBy: soon } },
    ]);
    expect(problem).toMatchObject({ status: 422, code: 'rule' });
    expect(problem.fields?.map((one) => one.field)).toEqual(['updates.1.pathToGreen', 'updates.2.actionId', 'updates.3.forecastOn', 'updates.3.onBehalfOfId', 'updates.4.decision.boardId']);
    expect(await written(ids)).toBe(0);
    expect((await send(lead, [{ actionId: a, status: 'embedded' }])).problem.fields).toMatchObject([{ field: 'updates.0.status' }]);
    expect((await send(lead, [{ actionId: a, status: 'on_track' }, { actionId: a, status: 'at_risk', narrative: 'x', pathToGreen: 'y' }])).problem.fields).toMatchObject([{ field: 'updates.1.actionId' }]);
    expect((await send(lead, [])).problem.fields).toMatchObject([{ field: 'updates' }]);
    expect((await send(lead, Array.from({ length: MOST_AT_ONCE + 1 }, () => ({ actionId: a, status: 'on_track' as const })))).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'updates', code: 'too_many' }] });
    expect((await send(lead, [{ actionId: a, status: 'on_track', narrative: 'x'.repeat(2_001) }])).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'updates.0.narrative', code: 'too_long' }] });
    expect(await written(ids)).toBe(0);
  });

  it('do not go over what somebody else reported meanwhile, until that was seen', async () => {
    const [lead, other] = [await stage.person(['lead']), await stage.person(['lead'])];
    const [a = '', b = ''] = await some(lead, 2);
    const theirs = await other.ask(report, { params: { id: a }, body: { status: 'at_risk', narrative: 'Late', pathToGreen: 'Hurry' } });
    const sent = (seenId: string | null): Sent => [{ actionId: b, status: 'on_track', seenId: null }, { actionId: a, status: 'on_track', seenId }];
    expect((await send(lead, sent(null))).problem).toMatchObject({ code: 'rule', fields: [{ field: 'updates.1.seenId', message: expect.stringContaining('Test lead has reported on it meanwhile') }] });
    expect(await written([b])).toBe(0);
    expect((await lead.ask(batch, { body: { updates: sent(theirs.updateId) } })).items).toHaveLength(2);
  });

  it('claim what they call complete, with the evidence that was given before', async () => {
    const lead = await stage.person(['lead']);
    const [a = '', b = ''] = await some(lead, 2);
    await lead.ask(report, { params: { id: a }, body: { status: 'on_track', evidence: [{ kind: 'document', line: 'first', title: 'The rota', url: 'https://council.example/rota' }] } });
    const done = (actionId: string) => ({ actionId, status: 'complete' as const, narrative: 'Done' });
    expect((await send(lead, [done(a), done(b)])).problem.fields).toMatchObject([{ field: 'updates.1.evidence' }]);
    const { items } = await lead.ask(batch, { body: { updates: [{ actionId: b, status: 'on_track' }, done(a)] } });
    const seen = await lead.ask(page, { params: { id: a } });
    expect(seen).toMatchObject({ status: 'complete', closureState: 'claimed', version: items[1]?.version });
    expect(items.map((one) => one.actionId)).toEqual([b, a]);
  });

  it('bring evidence along, which is kept with the update and counts for the claim; how sure one is of the outcome is kept', async () => {
    const lead = await stage.person(['lead']);
    const [a = '', b = '', c = ''] = await some(lead, 3);
    const rota = { kind: 'document', line: 'second', title: 'The rota', url: 'https://council.example/rota', restricted: true } as const;
    const { items } = await lead.ask(batch, { body: { updates: [{ actionId: a, status: 'complete', narrative: 'Done', outcomeConfidence: 'medium', evidence: [rota] }, { actionId: b, status: 'on_track' }, { actionId: c, status: 'complete', evidence: [{ kind: 'testimony', line: 'first', title: 'The ward', words: 'It works' }, { ...rota, line: 'first' }] }] } });
    const seen = await lead.ask(page, { params: { id: a } });
    expect(seen).toMatchObject({ status: 'complete', closureState: 'claimed', version: items[0]?.version, updates: [{ id: items[0]?.updateId, evidence: 'The rota', outcomeConfidence: 'medium', deliveryConfidence: null }] });
    const kept = async (id: string) => (await lead.ask(routes.closures.show, { params: { id } })).evidence;
    expect(await kept(a)).toMatchObject([{ kind: 'document', line: 'second', url: 'https://council.example/rota', restricted: true, givenByName: 'Test lead' }]);
    expect(await kept(b)).toEqual([]);
    expect((await kept(c)).map((one) => one.title).sort()).toEqual(['The rota', 'The ward']);
  });

  it('are all refused where the evidence of one cannot be kept, at its field', async () => {
    const lead = await stage.person(['lead']);
    const [a = '', b = '', other = ''] = await some(lead, 3);
    const given = { kind: 'document', line: 'first', title: 'The rota' } as const;
    const nothing = '0197a8b2-0000-7000-8000-000000000001';
    const refused = async (evidence: object[]) => (await send(lead, [{ actionId: a, status: 'on_track' }, { actionId: b, status: 'complete', evidence: evidence as [] }])).problem.fields?.map((one) => one.field);
    expect(await refused([given])).toEqual(['updates.1.evidence.0.url']);
    expect(await refused([{ ...given, url: 'https://a.example/' }, { ...given, fileId: nothing }])).toEqual(['updates.1.evidence.1.fileId']);
    await lead.ask(report, { params: { id: other }, body: { status: 'on_track', evidence: [{ ...given, url: 'https://a.example/' }] } });
    const [theirs] = (await lead.ask(routes.closures.show, { params: { id: other } })).evidence;
    expect(await refused([{ ...given, url: 'https://a.example/', correctsId: theirs?.id }])).toEqual(['updates.1.evidence.0.correctsId']);
    await stage.owner.query(`insert into evidence (locality_id, action_id, kind, line, title, words) select locality_id, id, 'testimony', 'first', 'One of many', 'Said' from action, generate_series(1, 200) where id = $1`, [b]);
    expect(await refused([{ ...given, url: 'https://a.example/' }])).toEqual(['updates.1.evidence']);
    expect(await written([a, b])).toBe(0);
  });

  it('are saved once, however often the same request comes', async () => {
    const lead = await stage.person(['lead']);
    const ids = await some(lead, 2);
    const updates: Sent = ids.map((actionId) => ({ actionId, status: 'on_track', narrative: 'Once' }));
    const key = { 'idempotency-key': 'sheet-key-0001' };
    const [one, again] = await Promise.all([send(lead, updates, key), send(lead, updates, key)]);
    expect(again.body).toEqual(one.body);
    expect(await written(ids)).toBe(2);
  });

  it('of two people on the same rows at once end in whole batches, whatever their order', async () => {
    const [lead, other] = [await stage.person(['lead']), await stage.person(['lead'])];
    const ids = await some(lead, 12);
    const mine = (narrative: string, order: readonly string[]): Sent => order.map((actionId) => ({ actionId, status: 'on_track', narrative }));
    for (let turn = 1; turn <= 3; turn += 1) {
      const said = await Promise.all([send(lead, mine('Mine', ids)), send(other, mine('Theirs', ids.toReversed()))]);
      expect(said.map(({ status }) => status)).toEqual([201, 201]);
      const { rows } = await stage.owner.query<{ narrative: string }>('select distinct u.narrative from action a join status_update u on u.id = a.last_update_id where a.id = any ($1)', [ids]);
      expect(rows).toHaveLength(1);
    }
    expect(await written(ids)).toBe(72);
  });

  it('take as long a text each as one does', async () => {
    const lead = await stage.person(['lead']);
    const ids = await some(lead, 1);
    const long = 'Ñ'.repeat(2_000);
    const many = Array.from({ length: MOST_AT_ONCE - 1 }, (_, n) => ({ actionId: `0197a8b2-0000-7000-8000-${String(n).padStart(12, '0')}`, status: 'at_risk' as const, narrative: long, pathToGreen: long }));
    const { problem } = await send(lead, [...many, { actionId: ids[0] ?? '', status: 'on_track' }]);
    expect(problem).toMatchObject({ status: 422, code: 'rule' });
    expect(problem.fields).toHaveLength(MOST_AT_ONCE - 1);
  });
});
