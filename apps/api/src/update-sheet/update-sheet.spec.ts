import { type QueryOf, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { read } = routes.updateSheet;
const { report } = routes.updates;

describe('the update sheet', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const refs = async (who: Caller, query: Partial<QueryOf<typeof read>>) => (await who.ask(read, { query })).items.map((one) => one.ref);

  it('has what I owe, what anybody owes, or all that is open of a plan, in the order of the refs', async () => {
    const [lead, other] = [await stage.person(['lead']), await stage.person(['lead'])];
    const plan = await aPlan(lead);
    const mine = await anAction(lead, plan, { ref: '2.10', ownerId: lead.personId });
    await anAction(lead, plan, { ref: '2.9', accountablePersonId: lead.personId });
    const theirs = await anAction(lead, plan, { ref: '3', ownerId: other.personId });
    const done = await anAction(lead, plan, { ref: '4', ownerId: lead.personId });
    await lead.ask(report, { params: { id: done }, body: { status: 'complete', evidence: [{ kind: 'document', line: 'first', title: 'The rota', url: 'https://council.example/rota' }] } });
    expect(await refs(lead, {})).toEqual(['2.9', '2.10']);
    expect(await refs(lead, { which: 'owed', plan })).toEqual(['2.9', '2.10', '3']);
    await lead.ask(report, { params: { id: theirs }, body: { status: 'on_track' } });
    expect(await refs(lead, { which: 'owed', plan })).toEqual(['2.9', '2.10']);
    expect(await refs(lead, { which: 'open', plan })).toEqual(['2.9', '2.10', '3']);
    expect(await lead.ask(read, { query: { which: 'open', plan, status: ['complete'] } })).toMatchObject({ items: [{ ref: '4', mayClaim: true, updateDue: false }] });
    expect(await refs(lead, { which: 'open', plan, owner: other.personId ?? '' })).toEqual(['3']);
    await lead.ask(report, { params: { id: mine }, body: { status: 'on_track' } });
    expect(await refs(lead, {})).toEqual(['2.9']);
  });

  it('shows beside each row what was said last, for whom one reports, and which board meets next', async () => {
    const lead = await stage.person(['lead']);
    const { rows } = await stage.owner.query<{ id: string }>(`insert into person (locality_id, name) select id, 'Head of Homes' from locality where slug = 'northmoor' returning id`);
    const plan = await aPlan(lead, {}, 'Homes board');
    const id = await anAction(lead, plan, { ref: '1', ownerId: rows[0]?.id ?? '', evidenceKind: 'data' });
    expect(await lead.ask(read, { query: { which: 'open', plan } })).toMatchObject({ total: 1, items: [{ last: null, lastUpdateId: null, updateDue: true, mayClaim: false, evidenceKind: 'data', onBehalfOfId: rows[0]?.id, ownerName: 'Head of Homes', boardName: 'Homes board' }] });
    const { updateId } = await lead.ask(report, { params: { id }, body: { status: 'at_risk', narrative: 'Beds are short', pathToGreen: 'Two homes more', restricted: true } });
    const seen = await lead.ask(read, { query: { which: 'open', plan } });
    expect(seen).toMatchObject({ items: [{ status: 'at_risk', lastUpdateId: updateId, updateDue: false, last: { narrative: 'Beds are short', pathToGreen: 'Two homes more', restricted: true, withheld: false, reportedByName: 'Test lead' } }] });
    expect(seen.boards).toContain('Homes board');
    expect(seen.words.map((one) => one.status)).toContain('off_track');
  });

  it('is a lead’s, and of one locality', async () => {
    const lead = await stage.person(['lead']);
    await anAction(lead, await aPlan(lead), { ref: '1', ownerId: lead.personId });
    expect((await (await stage.person(['executive'])).try(read)).problem.code).toBe('not_permitted');
    expect((await (await stage.person(['lead'], 'eastvale')).ask(read, { query: { which: 'open' } })).items).toEqual([]);
  });
});
