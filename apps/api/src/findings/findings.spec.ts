import { findingKinds, routes, statuses } from '@followthrough/contracts';
import { findingRank, jointState } from '@followthrough/domain';
import { openStage, type Stage } from '../testing/stage';

const { list, page, drafts, add, addSeveral, confirm, edit, correct, withdraw, link, unlink } = routes.findings;

describe('findings', () => {
  let stage: Stage;
  let reviewId: string;
  let criteria: readonly string[];
  let otherCriterion: string;
  let planId: string;

  beforeAll(async () => {
    stage = await openStage();
    const lead = await stage.person(['lead']);
    const { items } = await lead.ask(routes.frameworks.list);
    const framework = items.find((one) => one.code === 'cqc-local-system-review');
    criteria = framework?.criteria.map((one) => one.id) ?? [];
    otherCriterion = items.find((one) => one.code === 'lga-corporate-peer-challenge')?.criteria[0]?.id ?? '';
    reviewId = (await lead.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: 'System review', publishedOn: '2026-05-11' } })).id;
    planId = await put(`insert into plan (locality_id, title) select id, 'The plan' from locality where slug = 'northmoor' returning id`);
  });
  afterAll(() => stage.close());

  const put = async (sql: string, values: readonly unknown[] = []): Promise<string> => (await stage.owner.query<{ id: string }>(sql, [...values])).rows[0]?.id ?? '';
  const action = (ref: string, status: string): Promise<string> => put(`insert into action (locality_id, plan_id, ref, title, status) select locality_id, id, $2, 'Action ' || $2, $3 from plan where id = $1 returning id`, [planId, ref, status]);
  const finding = (ref: string, more: object = {}) => ({ reviewId, ref, quotation: `People said ${ref}.`, kind: 'area_for_improvement' as const, force: 'should' as const, themes: ['Discharge'], ...more });

  it('keeps what a review said, with its criteria; the other locality sees nothing', async () => {
    const lead = await stage.person(['lead']);
    const added = await lead.ask(add, { body: finding('1.1', { page: '24', force: 'must', criterionIds: criteria.slice(0, 2) }) });
    expect(added).toMatchObject({ ref: '1.1', quotation: 'People said 1.1.', page: '24', joint: 'no_action', reviewTitle: 'System review', publishedOn: '2026-05-11', actions: [] });
    expect(added.criteria.map((one) => one.title)).toEqual(['Is it safe?', 'Is it effective?']);
    expect(added.allCriteria).toHaveLength(18);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    const params = { id: added.id };
    expect((await elsewhere.ask(list)).items).toEqual([]);
    expect((await elsewhere.try(page, { params })).problem.code).toBe('not_found');
    expect((await elsewhere.try(edit, { params, body: { ref: 'x', version: 1 } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(withdraw, { params })).problem.code).toBe('not_found');
    expect((await elsewhere.try(link, { params, body: { actionId: await action('E1', 'on_track') } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(add, { body: finding('9') })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'reviewId' }] });
  });

  it('merges edits of different fields, and refuses one of the same', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: finding('1.2', { criterionIds: criteria.slice(0, 1) }) });
    await lead.ask(edit, { params: { id }, body: { page: '31', version: 1 } });
    const merged = await lead.ask(edit, { params: { id }, body: { kind: 'challenge', addCriteria: criteria.slice(2, 3), removeCriteria: criteria.slice(0, 1), version: 1 } });
    expect(merged).toMatchObject({ page: '31', kind: 'challenge', version: 3 });
    expect(merged.criteria.map((one) => one.title)).toEqual(['Is it caring?']);
    expect((await lead.try(edit, { params: { id }, body: { page: '32', version: 1 } })).problem).toMatchObject({ code: 'stale', conflict: { fields: [{ field: 'page', base: null, theirs: '31', yours: '32' }] } });
  });

  it('keeps a quotation as a draft until somebody confirms it, and locks it with its page from then on', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: finding('6.1', { page: '3' }) });
    const typed = await lead.ask(edit, { params: { id }, body: { quotation: 'People said six.', version: 1 } });
    expect(typed).toMatchObject({ quotation: 'People said six.', confirmedAt: null, confirmedBy: null, version: 2 });
    expect((await lead.try(confirm, { body: { findings: [{ id, version: 1 }] } })).problem).toMatchObject({ code: 'stale' });
    expect(await lead.ask(confirm, { body: { findings: [{ id, version: 2 }] } })).toEqual({ confirmed: 1 });
    expect(await lead.ask(confirm, { body: { findings: [{ id, version: 2 }] } })).toEqual({ confirmed: 0 });
    const locked = await lead.ask(page, { params: { id } });
    expect(locked).toMatchObject({ confirmedBy: 'Test lead', version: 3 });
    expect((await lead.try(edit, { params: { id }, body: { quotation: 'Nobody said so', page: '4', version: 3 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'quotation' }, { field: 'page' }] });
    expect(await lead.ask(edit, { params: { id }, body: { kind: 'challenge', version: 3 } })).toMatchObject({ kind: 'challenge', quotation: 'People said six.' });
    for (const change of [`quotation = 'Nobody said so'`, `page = '4'`, 'confirmed_at = null, confirmed_by = null', `confirmed_at = now()`]) await expect(stage.owner.query(`update finding set ${change} where id = $1`, [id])).rejects.toThrow('locked');
  });

  it('shows corrections under a locked quotation, with who, when and why, and never changes one', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: finding('6.2', { page: '3' }) });
    const said = { quotation: 'People said six point two.', page: '5', reason: 'Second edition of the report' };
    expect((await lead.try(correct, { params: { id }, body: said })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'quotation' }] });
    await lead.ask(confirm, { body: { findings: [{ id, version: 1 }] } });
    await lead.ask(correct, { params: { id }, body: said });
    const twice = await lead.ask(correct, { params: { id }, body: { quotation: 'People said it.', reason: 'Shorter in the summary' } });
    expect(twice).toMatchObject({ quotation: 'People said 6.2.', page: '3', corrections: [{ ...said, by: 'Test lead' }, { quotation: 'People said it.', page: null, by: 'Test lead' }] });
    await expect(stage.owner.query('update quotation_correction set reason = $1', ['none'])).rejects.toThrow('append-only');
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.try(correct, { params: { id }, body: said })).problem.code).toBe('not_found');
    expect((await elsewhere.try(confirm, { body: { findings: [{ id, version: 2 }] } })).problem.code).toBe('not_found');
  });

  it('adds a list of them together or not at all, and lists those that nobody has confirmed', async () => {
    const lead = await stage.person(['lead']);
    const review = (await lead.ask(routes.reviews.add, { body: { frameworkId: (await lead.ask(routes.frameworks.list)).items[2]?.id ?? '', title: 'Pasted' } })).id;
    const listed = (ref: string) => ({ ref, quotation: `People said ${ref}.`, page: null, kind: 'challenge' as const, force: 'must' as const, themes: [] });
    expect((await lead.try(addSeveral, { body: { reviewId: review, findings: [listed('1'), listed('2'), listed('1')] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'findings.2.ref' }] });
    expect(await lead.ask(addSeveral, { body: { reviewId: review, findings: [listed('1'), listed('2')] } })).toEqual({ added: 2 });
    expect((await lead.try(addSeveral, { body: { reviewId: review, findings: [listed('3'), listed('2')] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'findings.1.ref' }] });
    const { items, unconfirmed } = await lead.ask(list, { query: { review } });
    expect({ refs: items.map((one) => one.ref), unconfirmed }).toEqual({ refs: ['1', '2'], unconfirmed: 2 });
    await lead.ask(confirm, { body: { findings: items.slice(0, 1).map(({ id, version }) => ({ id, version })) } });
    expect((await lead.ask(list, { query: { review, unconfirmed: true } })).items.map((one) => one.ref)).toEqual(['2']);
    expect(await lead.ask(drafts, { params: { id: review } })).toMatchObject({ title: 'Pasted', refs: ['1', '2'], drafts: [{ ref: '2', quotation: 'People said 2.' }] });
    expect((await (await stage.person(['lead'], 'eastvale')).try(drafts, { params: { id: review } })).problem.code).toBe('not_found');
    expect((await (await stage.person(['critical_friend'])).try(drafts, { params: { id: review } })).problem.code).toBe('not_permitted');
  });

  it('keeps the criteria and themes of a list, and refuses the whole list for a criterion of another framework, at its row', async () => {
    const lead = await stage.person(['lead']);
    const framework = (await lead.ask(routes.frameworks.list)).items.find((one) => one.code === 'cqc-local-system-review');
    const review = (await lead.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: 'Listed by criterion' } })).id;
    const listed = (ref: string, criterionIds: string[]) => ({ ref, quotation: `People said ${ref}.`, page: null, kind: 'challenge' as const, force: 'must' as const, themes: ['Discharge'], criterionIds });
    const [first = '', second = ''] = criteria;
    expect((await lead.ask(drafts, { params: { id: review } })).criteria.map((one) => one.id)).toEqual(criteria);
    expect((await lead.try(addSeveral, { body: { reviewId: review, findings: [listed('1', [first]), listed('2', [otherCriterion])] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'findings.1.criterionIds' }] });
    expect((await lead.ask(list, { query: { review } })).items).toEqual([]);
    await lead.ask(addSeveral, { body: { reviewId: review, findings: [listed('1', [first, second, first]), listed('2', [])] } });
    const { items } = await lead.ask(list, { query: { review, criterion: second } });
    expect(items.map((one) => [one.ref, one.themes])).toEqual([['1', ['Discharge']]]);
    expect((await lead.ask(page, { params: { id: items[0]?.id ?? '' } })).criteria.map((one) => one.id)).toEqual([first, second]);
  });

  it('refuses a ref used twice in a review, a criterion of another framework and a theme said twice, at the field', async () => {
    const lead = await stage.person(['lead']);
    await lead.ask(add, { body: finding('1.3') });
    expect((await lead.try(add, { body: finding('1.3') })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'ref' }] });
    expect((await lead.try(add, { body: finding('1.31', { criterionIds: [otherCriterion] }) })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'criterionIds' }] });
    expect((await lead.try(add, { body: finding('1.32', { themes: ['Home', 'home'] }) })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'themes.1' }] });
    const friend = await stage.person(['critical_friend']);
    expect((await friend.try(add, { body: finding('1.33') })).problem.code).toBe('not_permitted');
  });

  it('links the actions that answer it, and stands as the worst of them', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: finding('1.4') });
    const [good, bad] = [await action('L10', 'on_track'), await action('L9', 'off_track')];
    await lead.ask(link, { params: { id }, body: { actionId: good } });
    const both = await lead.ask(link, { params: { id }, body: { actionId: bad } });
    expect(both).toMatchObject({ joint: 'off_track', actions: [{ ref: 'L9', status: 'off_track', planTitle: 'The plan' }, { ref: 'L10' }] });
    expect((await lead.ask(link, { params: { id }, body: { actionId: bad } })).actions).toHaveLength(2);
    expect((await lead.try(withdraw, { params: { id } })).problem.code).toBe('in_use');
    expect(await lead.ask(unlink, { params: { id, action: bad }, body: {} })).toMatchObject({ joint: 'on_track', actions: [{ ref: 'L10' }] });
    expect((await lead.try(unlink, { params: { id, action: bad }, body: {} })).problem.code).toBe('not_found');
    expect((await lead.try(link, { params: { id }, body: { actionId: id } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'actionId' }] });
  });

  it('withdraws one that nothing stands on, and its ref is free again', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: finding('1.5') });
    expect(await lead.ask(withdraw, { params: { id } })).toEqual({ id });
    expect((await lead.try(page, { params: { id } })).problem.code).toBe('not_found');
    await lead.ask(add, { body: finding('1.5') });
  });

  it('lists them worst first, page by page, as the domain ranks them', async () => {
    const lead = await stage.person(['lead']);
    const second = (await lead.ask(routes.reviews.add, { body: { frameworkId: (await lead.ask(routes.frameworks.list)).items[2]?.id ?? '', title: 'Long review' } })).id;
    const expected: { ref: string; rank: number; weight: number; number: number }[] = [];
    let number = 0;
    const embedded: string[] = [];
    for (const kind of findingKinds)
      for (const status of [null, ...statuses])
        for (const force of ['must', 'should'] as const) {
          number += 1;
          const ref = `2.${number}`;
          const { id } = await lead.ask(add, { body: finding(ref, { reviewId: second, kind, force }) });
          if (status) {
            const actionId = await action(`P${number}`, status === 'embedded' ? 'complete' : status);
            if (status === 'embedded') embedded.push(actionId);
            await lead.ask(link, { params: { id }, body: { actionId } });
          }
          expected.push({ ref, rank: findingRank(kind, jointState(status ? [status] : [])), weight: force === 'must' ? 1 : 2, number });
        }
    // Embedded takes two people and six months, which this test is not about.
    await stage.owner.query(`begin; set local session_replication_role = replica; update action set status = 'embedded' where id in ('${embedded.join(`', '`)}'); commit`);
    expected.sort((a, b) => a.rank - b.rank || a.weight - b.weight || a.number - b.number);
    const first = await lead.ask(list, { query: { review: second } });
    expect(first).toMatchObject({ total: expected.length, unanswered: 4 });
    const rest = await lead.ask(list, { query: { review: second, after: first.next } });
    expect(rest).toMatchObject({ total: null, choices: null, byCriterion: null, next: null });
    expect([...first.items, ...rest.items].map((one) => one.ref)).toEqual(expected.map((one) => one.ref));
    const none = await lead.ask(list, { query: { review: second, unanswered: true } });
    expect(none.items.map((one) => one.kind)).toEqual(['area_for_improvement', 'challenge', 'area_for_improvement', 'challenge']);
    expect((await lead.try(list, { query: { after: 'nonsense' } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'after' }] });
  });

  it('narrows the list by kind, force, criterion and theme, and says what there is to choose', async () => {
    const lead = await stage.person(['lead']);
    await lead.ask(add, { body: finding('1.9', { kind: 'strength', force: 'must', themes: ['Workforce'], criterionIds: criteria.slice(5, 6) }) });
    const refs = async (query: Record<string, unknown>) => (await lead.ask(list, { query: { review: reviewId, ...query } })).items.map((one) => one.ref);
    expect(await refs({ kind: 'strength' })).toEqual(['1.9']);
    expect(await refs({ theme: 'workforce' })).toEqual(['1.9']);
    expect(await refs({ criterion: criteria[5] })).toEqual(['1.9']);
    expect(await refs({ force: 'must' })).toEqual(['1.1', '1.9']);
    const { choices, byCriterion } = await lead.ask(list, { query: { review: reviewId } });
    expect(byCriterion?.find((one) => one.id === criteria[5])).toMatchObject({ domain: 'Crisis management', title: 'Is it effective?', strength: 1, challenge: 0, unanswered: 0 });
    expect(byCriterion?.[0]).toMatchObject({ title: 'Is it safe?', area_for_improvement: 1, unanswered: 1 });
    expect(choices?.themes).toEqual(['Discharge', 'Workforce']);
    expect(choices?.criteria).toHaveLength(18);
  });
});
