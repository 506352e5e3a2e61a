import { type FrameworkItem, routes } from '@followthrough/contracts';
import { checkPublication } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { SHIPPED } from '../database/frameworks/shipped';
import { openStage, type Stage } from '../testing/stage';

const { list, page, copy, renew, edit, publish, discard } = routes.frameworks;

describe('frameworks', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  const shipped = async (code: string): Promise<FrameworkItem> => {
    const found = (await lead.ask(list)).items.find((one) => one.shipped && one.code === code);
    if (!found) throw new Error(`${code} is not shipped`);
    return found;
  };
  const copied = async (title: string, code = 'cqc-local-authority-assessment'): Promise<FrameworkItem> => lead.ask(copy, { params: { id: (await shipped(code)).id }, body: { title } });

  it('gives a new locality the four that we ship, with where each comes from', async () => {
    const expert = await stage.person(['expert'], 'eastvale');
    const { items } = await expert.ask(list);
    expect(items.map((one) => `${one.title}: ${one.criteria.length}, ${one.provenance}, ${one.state}`)).toEqual([
      'Corporate peer challenge: 5, based_on, published',
      'Local authority assessment: 9, published, published',
      'Local system review: 18, based_on, published',
      'Blank framework: 0, own, published',
    ]);
    expect(items.filter((one) => one.provenance !== 'own').every((one) => one.source?.startsWith('https://'))).toBe(true);
    expect(items[2]?.criteria.slice(0, 4).map((one) => one.title)).toEqual(['Is it safe?', 'Is it effective?', 'Is it caring?', 'Is it responsive?']);
    expect(items.every((one) => one.clock.every((step) => step.source.length > 0))).toBe(true);
    expect((await (await stage.person(['visitor'])).try(list)).problem.code).toBe('not_permitted');
  });

  it.each(SHIPPED.map((one) => [one.title, one] as const))('ships what it would let a locality publish: %s', (_, { domains, scoring, clock }) => {
    expect(checkPublication({ domains: domains.map((one) => ({ title: one.title, criteria: [...one.criteria] })), scoring, clock })).toEqual([]);
  });

  it('copies one as a draft that says what it is based on, and publishes it with the criteria of its outline', async () => {
    const draft = await copied('Our own assessment');
    expect(draft).toMatchObject({ code: 'our-own-assessment', edition: '1', provenance: 'based_on', basedOn: 'Local authority assessment, 2023', state: 'draft', shipped: false, criteria: [] });
    expect(draft.domains?.map((one) => one.criteria.length)).toEqual([3, 2, 2, 2]);
    const domains = [{ title: 'Working with people', criteria: ['Assessing needs', 'Carers'] }, { title: 'Leadership', criteria: ['Governance'] }];
    const changed = await lead.ask(edit, { params: { id: draft.id }, body: { domains, publisher: 'Northmoor', version: 1 } });
    expect(changed).toMatchObject({ domains, publisher: 'Northmoor', version: 2 });
    expect((await lead.try(publish, { params: { id: draft.id }, body: { version: 1 } })).problem).toMatchObject({ code: 'stale' });
    const made = await lead.ask(publish, { params: { id: draft.id }, body: { version: 2 } });
    expect(made).toMatchObject({ state: 'published', domains: null });
    expect(made.criteria.map((one) => `${one.domain}: ${one.title}`)).toEqual(['Working with people: Assessing needs', 'Working with people: Carers', 'Leadership: Governance']);
    expect((await copied('Our own assessment')).code).toBe('our-own-assessment-2');
  });

  it('never changes a published one: the next version is another, and a review stays with the one it was made with', async () => {
    const { id } = await copied('Yearly look');
    await lead.ask(publish, { params: { id }, body: { version: 1 } });
    const review = await lead.ask(routes.reviews.add, { body: { frameworkId: id, title: 'First look' } });
    for (const deed of [edit, publish, discard]) expect((await lead.try(deed, { params: { id }, ...(deed === discard ? {} : { body: { version: 2 } }) })).problem).toMatchObject({ status: 422, code: 'rule' });
    expect((await lead.try(renew, { params: { id }, body: { edition: '1' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'edition' }] });
    const next = await lead.ask(renew, { params: { id }, body: { edition: '2' } });
    expect(next).toMatchObject({ code: 'yearly-look', edition: '2', basedOn: 'Yearly look, 1', state: 'draft' });
    await lead.ask(edit, { params: { id: next.id }, body: { domains: [{ title: 'One', criteria: ['Other'] }], version: 1 } });
    await lead.ask(publish, { params: { id: next.id }, body: { version: 2 } });
    const kept = await lead.ask(routes.reviews.page, { params: { id: review.id } });
    expect(kept).toMatchObject({ frameworkTitle: 'Yearly look, 1' });
    expect(kept.criteria).toHaveLength(9);
  });

  it('is kept by PostgreSQL too: nobody changes what is published, and no review is made with a draft', async () => {
    const draft = await copied('Guarded');
    const { id } = await lead.ask(publish, { params: { id: draft.id }, body: { version: 1 } });
    const values = [id];
    await expect(stage.owner.query(`update framework set title = 'Other' where id = $1`, values)).rejects.toThrow('append-only');
    await expect(stage.owner.query('delete from framework where id = $1', values)).rejects.toThrow('append-only');
    await expect(stage.owner.query(`update criterion set title = 'Other' where framework_id = $1`, values)).rejects.toThrow('append-only');
    await expect(stage.owner.query('delete from criterion where framework_id = $1', values)).rejects.toThrow('append-only');
    await expect(stage.owner.query(`insert into criterion (locality_id, framework_id, domain, title, position) select locality_id, id, 'x', 'x', 99 from framework where id = $1`, values)).rejects.toThrow('append-only');
    await expect(stage.owner.query(`update review set framework_id = (select f.id from framework f where f.locality_id = review.locality_id and f.shipped limit 1)`)).rejects.toThrow('append-only');
    const other = await copied('A draft still');
    expect((await lead.try(routes.reviews.add, { body: { frameworkId: other.id, title: 'Too soon' } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'frameworkId' }] });
    await expect(stage.owner.query(`insert into review (locality_id, framework_id, title) select locality_id, id, 'x' from framework where id = $1`, [other.id])).rejects.toThrow('publish the framework first');
  });

  it('leaves what came with the locality as it is: it is copied, not renewed, and drafts are not copied', async () => {
    const { id } = await shipped('cqc-local-system-review');
    expect((await lead.try(renew, { params: { id }, body: { edition: '2026' } })).problem).toMatchObject({ code: 'rule' });
    expect((await lead.try(edit, { params: { id }, body: { title: 'Mine', version: 2 } })).problem).toMatchObject({ code: 'rule' });
    const draft = await copied('Only a draft');
    expect((await lead.try(copy, { params: { id: draft.id }, body: { title: 'Copy of a draft' } })).problem).toMatchObject({ code: 'rule' });
    expect(await lead.ask(discard, { params: { id: draft.id } })).toEqual({ id: draft.id });
    expect((await lead.try(page, { params: { id: draft.id } })).problem.code).toBe('not_found');
  });

  it('refuses a scale, bands, a clock or an outline that would not hold, each at its place', async () => {
    const { id, scoring, clock } = await copied('Does not hold');
    const refused = async (body: object): Promise<unknown> => (await lead.try(edit, { params: { id }, body: { ...body, version: 1 } })).problem.fields?.map((one) => one.field);
    const [method] = scoring?.methods ?? [];
    const withBands = (bands: readonly object[]): object => ({ scoring: { ...scoring, methods: [{ ...method, bands }] } });
    expect(await refused(withBands([{ from: 25, to: 38, word: 'Low' }, { from: 40, to: 100, word: 'High' }]))).toEqual(['scoring.methods.0.bands']);
    expect(await refused({ clock: [{ ...clock[0], after: 'nothing' }] })).toEqual(['clock.0.after']);
    expect(await refused({ domains: [{ title: 'A', criteria: ['x', 'X'] }] })).toEqual(['domains.0.criteria.1']);
    expect(await refused({ domains: null })).toEqual(['domains']);
    await lead.ask(edit, { params: { id }, body: { domains: [], version: 1 } });
    expect((await lead.try(publish, { params: { id }, body: { version: 2 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'domains' }] });
  });

  it('merges two people’s changes of different parts, and refuses the same part with base, theirs and yours', async () => {
    const { id, domains } = await copied('Edited by two');
    const theirs = [{ title: 'Theirs', criteria: ['One'] }];
    await lead.ask(edit, { params: { id }, body: { domains: theirs, version: 1 } });
    expect(await lead.ask(edit, { params: { id }, body: { title: 'Another title', version: 1 } })).toMatchObject({ title: 'Another title', domains: theirs });
    const yours = [{ title: 'Yours', criteria: ['Two'] }];
    expect((await lead.try(edit, { params: { id }, body: { domains: yours, version: 1 } })).problem).toMatchObject({ code: 'stale', conflict: { version: 3, fields: [{ field: 'domains', base: domains, theirs, yours }] } });
  });

  it('is for those who keep frameworks, and each locality’s own', async () => {
    const { id } = await copied('Ours alone');
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.try(page, { params: { id } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(edit, { params: { id }, body: { title: 'Mine', version: 1 } })).problem.code).toBe('not_found');
    const friend = await stage.person(['critical_friend']);
    expect((await friend.try(copy, { params: { id: (await shipped('blank')).id }, body: { title: 'X' } })).problem.code).toBe('not_permitted');
  });
});
