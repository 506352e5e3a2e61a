import { type FindingKind, type ReviewPage, routes } from '@followthrough/contracts';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { list, page, add, edit, say, score } = routes.reviews;

describe('reviews', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const frameworkId = async (locality = 'northmoor'): Promise<string> => (await (await stage.person(['lead'], locality)).ask(routes.frameworks.list)).items[2]?.id ?? '';

  it('lets a lead add a review and correct it, and the other locality sees nothing', async () => {
    const lead = await stage.person(['lead']);
    const body = { frameworkId: await frameworkId(), title: 'System review 2026', body: 'Care Quality Commission', fieldworkFrom: '2026-03-02', fieldworkTo: '2026-03-06', reportUrl: 'https://reports.example/northmoor' };
    const added = await lead.ask(add, { body });
    expect(added).toMatchObject({ ...body, publishedOn: null, version: 1, findings: 0, unanswered: 0, frameworkTitle: 'Local system review, 2017–18' });
    expect(await lead.ask(edit, { params: { id: added.id }, body: { publishedOn: '2026-05-11', version: 1 } })).toMatchObject({ publishedOn: '2026-05-11', version: 2 });
    expect((await lead.ask(list)).items.map((one) => one.id)).toContain(added.id);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list)).items).toEqual([]);
    expect((await elsewhere.try(page, { params: { id: added.id } })).problem).toMatchObject({ status: 404 });
    expect((await elsewhere.try(edit, { params: { id: added.id }, body: { title: 'Mine', version: 1 } })).problem).toMatchObject({ status: 404 });
    expect((await elsewhere.try(add, { body: { frameworkId: await frameworkId(), title: 'Theirs' } })).problem).toMatchObject({ status: 422, fields: [{ field: 'frameworkId' }] });
  });

  it('refuses a report published before the people who wrote it had looked, when adding and when changing', async () => {
    const lead = await stage.person(['lead']);
    const body = { frameworkId: await frameworkId(), title: 'Backwards', fieldworkFrom: '2026-03-02', fieldworkTo: '2026-03-06' };
    expect((await lead.try(add, { body: { ...body, publishedOn: '2026-03-05' } })).problem).toMatchObject({ status: 422, code: 'rule', fields: [{ field: 'publishedOn' }] });
    const { id } = await lead.ask(add, { body: { ...body, publishedOn: '2026-03-06' } });
    expect((await lead.try(edit, { params: { id }, body: { fieldworkTo: '2026-03-09', version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'publishedOn' }] });
  });

  it('refuses a report that is no web address, and everybody but those who keep findings', async () => {
    const lead = await stage.person(['lead']);
    expect((await lead.try(add, { body: { frameworkId: await frameworkId(), title: 'X', reportUrl: 'javascript:alert(1)' } })).problem).toMatchObject({ status: 400, fields: [{ field: 'reportUrl', code: 'malformed' }] });
    const friend = await stage.person(['critical_friend']);
    expect((await friend.try(add, { body: { frameworkId: await frameworkId(), title: 'X' } })).problem.code).toBe('not_permitted');
  });

  it('refuses a report dated before its fieldwork in PostgreSQL too', async () => {
    await expect(stage.owner.query(`insert into review (locality_id, framework_id, title, fieldwork_to, published_on) select locality_id, id, 'x', '2026-03-06', '2026-03-05' from framework where shipped limit 1`)).rejects.toThrow('review_report_after_fieldwork');
  });

  const assessment = async (title: string, scoringMethod?: string): Promise<ReviewPage> => {
    const lead = await stage.person(['lead']);
    const framework = (await lead.ask(routes.frameworks.list)).items.find((one) => one.shipped && one.scoring);
    return lead.ask(add, { body: { frameworkId: framework?.id ?? '', title, ...(scoringMethod ? { scoringMethod } : {}) } });
  };
  /** Nine scores of 1 to 4 with that sum. */
  const nine = (sum: number): number[] => Array.from({ length: 9 }, (_, at) => 1 + Math.min(3, Math.max(0, sum - 9 - 3 * at)));

  it.each([
    [13, 36, 'Inadequate'],
    [14, 39, 'Requires improvement'],
    [22, 61, 'Requires improvement'],
    [23, 64, 'Good'],
    [31, 86, 'Good'],
    [32, 89, 'Outstanding'],
  ])('scores an assessment of nine statements that add up to %d as %d %%, %s, by either published method', async (sum, percent, band) => {
    const lead = await stage.person(['lead']);
    const { id, criteria, scoringMethod, assessment: before } = await assessment(`Sum of ${sum}`);
    expect({ scoringMethod, before }).toMatchObject({ scoringMethod: 'statements', before: { scored: 0, of: 9, band: null } });
    const scores = nine(sum).map((one, at) => ({ criterionId: criteria[at]?.id ?? '', part: null, score: one }));
    expect((await lead.ask(score, { params: { id }, body: { scores: scores.slice(1) } })).assessment).toEqual({ scored: 8, of: 9, sum: null, percent: null, band: null });
    expect((await lead.ask(score, { params: { id }, body: { scores: scores.slice(0, 1) } })).assessment).toEqual({ scored: 9, of: 9, sum, percent, band });

    const other = await assessment(`Sum of ${sum}, by categories`, 'evidence-categories');
    const parts = other.scoring?.methods.find((one) => one.code === 'evidence-categories')?.parts ?? [];
    const ofParts = scores.flatMap((one) => parts.map((part) => ({ ...one, part })));
    expect((await lead.ask(score, { params: { id: other.id }, body: { scores: ofParts } })).assessment).toEqual({ scored: 9, of: 9, sum, percent, band });
  });

  it('keeps each earlier score with who and when, and takes one back', async () => {
    const [first, second] = [await stage.person(['lead']), await stage.person(['administrator'])];
    const { id, criteria } = await assessment('Scored twice');
    const criterionId = criteria[2]?.id ?? '';
    const give = (who: typeof first, value: number | null) => who.ask(score, { params: { id }, body: { scores: [{ criterionId, part: null, score: value }] } });
    await give(first, 2);
    expect((await give(second, 3)).criteria[2]).toMatchObject({ id: criterionId, score: 3 });
    const after = await give(first, null);
    expect(after.criteria[2]?.score).toBeNull();
    expect(after.scores.map((one) => [one.score, one.by])).toEqual([[null, 'Test lead'], [3, 'Test administrator'], [2, 'Test lead']]);
    await expect(stage.owner.query('update criterion_score set score = 4')).rejects.toThrow('append-only');
  });

  it('refuses scores off the scale, of parts unheard of, of another framework’s criteria and of reviews that are not scored', async () => {
    const lead = await stage.person(['lead']);
    const { id, criteria } = await assessment('Refused scores');
    const plain = await lead.ask(add, { body: { frameworkId: await frameworkId(), title: 'Not scored' } });
    const [criterionId, other] = [criteria[0]?.id ?? '', plain.criteria[0]?.id ?? ''];
    const refused = async (review: string, one: { readonly criterionId: string; readonly part: string | null; readonly score: number | null }) => (await lead.try(score, { params: { id: review }, body: { scores: [one] } })).problem.fields?.map((field) => field.field);
    expect(await refused(id, { criterionId, part: null, score: 5 })).toEqual(['scores.0.score']);
    expect(await refused(id, { criterionId, part: 'Weather', score: 3 })).toEqual(['scores.0.part']);
    expect(await refused(id, { criterionId: other, part: null, score: 3 })).toEqual(['scores.0.criterionId']);
    expect(await refused(plain.id, { criterionId: other, part: null, score: 3 })).toEqual(['scores.0.score']);
    expect((await lead.try(add, { body: { frameworkId: await frameworkId(), title: 'X', scoringMethod: 'statements' } })).problem).toMatchObject({ fields: [{ field: 'scoringMethod' }] });
    const put = (framework: string, criterion: string, value: number) => stage.owner.query(`insert into criterion_score (locality_id, review_id, framework_id, criterion_id, score) select locality_id, id, $2, $3, $4 from review where id = $1`, [id, framework, criterion, value]);
    const own = (await lead.ask(page, { params: { id } })).frameworkId;
    await expect(put(own, other, 3)).rejects.toThrow('foreign key');
    await expect(put(plain.frameworkId, other, 3)).rejects.toThrow('foreign key');
    await expect(put(own, criterionId, 5)).rejects.toThrow('scale');
  });

  it('works out a clock from the framework’s rule, moves it with a reason and counts on from what was done', async () => {
    const lead = await stage.person(['lead']);
    const { id, steps } = await lead.ask(add, { body: { frameworkId: await frameworkId(), title: 'On the clock', fieldworkTo: '2026-03-06', publishedOn: '2026-03-31' } });
    expect(steps.map((one) => [one.code, one.dueOn, one.rule])).toEqual([
      ['summit', '2026-04-30', '1 month after the report'],
      ['plan', '2026-05-30', '1 month after “Summit”'],
      ['follow-up', '2027-01-31', '10 months after the report'],
    ]);
    const body = { step: 'summit', kind: 'due', on: '2026-06-10' };
    expect((await lead.try(say, { params: { id }, body })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'reason' }] });
    const moved = await lead.ask(say, { params: { id }, body: { ...body, reason: 'Local elections' } });
    expect(moved.steps.slice(0, 2)).toMatchObject([{ ruleOn: '2026-04-30', dueOn: '2026-06-10' }, { dueOn: '2026-07-10' }]);
    const done = await lead.ask(say, { params: { id }, body: { step: 'summit', kind: 'done', on: '2026-05-12' } });
    expect(done.steps.slice(0, 2)).toMatchObject([{ state: 'done', doneOn: '2026-05-12' }, { dueOn: '2026-06-12' }]);
    expect(done.entries).toMatchObject([{ kind: 'done', on: '2026-05-12', by: 'Test lead' }, { kind: 'due', on: '2026-06-10', reason: 'Local elections', by: 'Test lead' }]);
    const back = await lead.ask(say, { params: { id }, body: { step: 'summit', kind: 'due', on: null, reason: 'As it was' } });
    expect(back.steps[0]).toMatchObject({ dueOn: '2026-04-30', doneOn: '2026-05-12' });
    expect((await lead.ask(list)).items.find((one) => one.id === id)?.steps).toEqual(back.steps);
    expect((await lead.try(say, { params: { id }, body: { step: 'party', kind: 'done', on: '2026-05-12' } })).problem).toMatchObject({ fields: [{ field: 'step' }] });
    expect((await lead.try(say, { params: { id }, body: { step: 'plan', kind: 'done', on: '2199-01-01' } })).problem).toMatchObject({ fields: [{ field: 'on' }] });
    await expect(stage.owner.query(`insert into clock_entry (locality_id, review_id, step, kind, "on") select locality_id, id, 'plan', 'due', '2026-01-01' from review where id = $1`, [id])).rejects.toThrow('clock_entry_move_has_its_reason');
  });

  it('says what is late, and until when a plan of a peer challenge may still come', async () => {
    const lead = await stage.person(['lead']);
    const peers = (await lead.ask(routes.frameworks.list)).items.find((one) => one.code === 'lga-corporate-peer-challenge');
    const { rows } = await stage.owner.query<{ three: string; late: string }>(`select (today() - interval '4 months')::date::text as three, (today() - interval '7 months')::date::text as late`);
    const plan = async (fieldworkTo: string) => (await lead.ask(add, { body: { frameworkId: peers?.id ?? '', title: fieldworkTo, fieldworkTo } })).steps.map((one) => one.state);
    expect(await plan(rows[0]?.three ?? '')).toEqual(['due', 'ahead', 'ahead']);
    expect(await plan(rows[0]?.late ?? '')).toEqual(['late', 'ahead', 'ahead']);
  });

  it('counts its findings in the cells of its grid, and one action answers findings of several reviews', async () => {
    const lead = await stage.person(['lead']);
    const [first, second] = [await lead.ask(add, { body: { frameworkId: await frameworkId(), title: 'First of two' } }), await lead.ask(add, { body: { frameworkId: await frameworkId(), title: 'Second of two' } })];
    const finding = (review: ReviewPage, ref: string, kind: FindingKind, criterionIds: string[]) => lead.ask(routes.findings.add, { body: { reviewId: review.id, ref, quotation: `People said ${ref}.`, kind, force: 'should', themes: [], criterionIds } });
    const cell = first.criteria[4]?.id ?? '';
    const one = await finding(first, '1', 'challenge', [cell]);
    await finding(first, '2', 'strength', [cell]);
    await finding(first, '3', 'challenge', []);
    const two = await finding(second, '1', 'challenge', [second.criteria[4]?.id ?? '']);
    const read = async (review: ReviewPage) => lead.ask(page, { params: { id: review.id } });
    expect(await read(first)).toMatchObject({ findings: 3, unanswered: 2, unconfirmed: 3, outside: 1 });
    expect((await read(first)).criteria[4]).toMatchObject({ domain: 'Crisis management', title: 'Is it safe?', findings: 2, good: 1, unanswered: 1 });
    const planId = await aPlan(lead);
    const action = await anAction(lead, planId, { findingIds: [one.id, two.id] });
    expect((await read(first)).criteria[4]?.unanswered).toBe(0);
    expect((await read(second)).criteria[4]?.unanswered).toBe(0);
    for (const answered of [one, two]) expect((await lead.ask(routes.findings.page, { params: { id: answered.id } })).actions.map((each) => each.id)).toEqual([action]);
  });
});
