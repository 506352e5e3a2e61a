import { type MeasurePage, routes } from '@followthrough/contracts';
import { verdictOf } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { Here } from '../testing/here';
import { openStage, type Stage } from '../testing/stage';

const { list, page, add, edit, addPoints, correct, retire, takeUp, withdraw, link, unlink } = routes.measures;

describe('measures', () => {
  let stage: Stage;
  let here: Here;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
    lead = here.lead;
  });
  afterAll(() => stage.close());

  const measure = (more: object = {}): Promise<MeasurePage> => lead.ask(add, { body: { title: here.name('measure'), unit: 'days', direction: 'down', ...more } });
  /** A figure a month from January 2024 on. */
  const monthly = (values: readonly number[]) => values.map((value, at) => ({ onDay: `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-28`, value }));
  const fill = (id: string, values: readonly number[]): Promise<MeasurePage> => lead.ask(addPoints, { params: { id }, body: { points: monthly(values) } });
  const calm = [40, 42, 40, 42, 40, 42, 40, 42, 40, 42, 40];

  it('say how they stand as figures come, and the other locality sees none', async () => {
    const { id, variation, latestValue } = await measure({ target: 20, targetOn: '2027-03-31', source: 'Daily discharge list' });
    expect([variation, latestValue]).toEqual([null, null]);
    expect(await fill(id, calm.slice(0, 5))).toMatchObject({ variation: null, assurance: null, latestValue: 40, latestOn: '2024-05-28', baselineValue: 40 });
    const seen = await lead.ask(addPoints, { params: { id }, body: { points: [...monthly(calm).slice(5), { onDay: '2024-12-28', value: 61.25, note: 'Winter ward opened' }] } });
    expect(seen).toMatchObject({ variation: 'concern', assurance: 'fail', latestValue: 61.25, latestOn: '2024-12-28', baselineValue: 40 });
    expect(seen.points[0]).toMatchObject({ onDay: '2024-12-28', value: 61.25, note: 'Winter ward opened', correctsId: null, isCorrected: false, addedByName: expect.any(String) as string });
    const { items } = await lead.ask(list);
    expect(items.find((one) => one.id === id)).toMatchObject({ points: 12, actions: 0, variation: 'concern' });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect(await elsewhere.ask(list)).toMatchObject({ items: [], total: 0 });
    expect((await elsewhere.try(addPoints, { params: { id }, body: { points: [{ onDay: '2024-12-29', value: 1 }] } })).problem.code).toBe('not_found');
    expect((await (await stage.person(['executive'])).try(edit, { params: { id }, body: { title: 'Mine', version: 1 } })).problem.code).toBe('not_permitted');
  });

  it('keep the verdict that the rule gives, after every write', async () => {
    const figures = fc.array(fc.integer({ min: -50_000, max: 50_000 }).map((one) => one / 100), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(figures, fc.constantFrom('up' as const, 'down' as const), fc.integer({ min: -300, max: 300 }), async (values, direction, target) => {
        const made = await measure({ direction, target });
        const { variation, assurance, latestValue, latestOn, baselineValue } = await fill(made.id, values);
        expect({ variation, assurance, latestValue, latestOn, baselineValue }).toEqual(verdictOf(monthly(values), direction, target));
      }),
      { numRuns: 15 },
    );
  });

  it('are judged anew by another target or direction', async () => {
    const { id } = await measure();
    const { version } = await fill(id, [...calm, 61]);
    const better = await lead.ask(edit, { params: { id }, body: { direction: 'up', target: 10, version } });
    expect(better).toMatchObject({ variation: 'improvement', assurance: 'pass' });
    expect(await lead.ask(edit, { params: { id }, body: { direction: 'none', target: null, version: better.version } })).toMatchObject({ variation: 'neutral', assurance: null });
  });

  it('refuse what cannot be so, at its field, and take nothing of it', async () => {
    const { id } = await measure();
    await fill(id, [40, 41]);
    const { problem } = await lead.try(addPoints, { params: { id }, body: { points: [{ onDay: '2024-03-28', value: 1 }, { onDay: '2024-02-28', value: 3 }, { onDay: '2190-01-01', value: 3 }] } });
    expect(problem).toMatchObject({ code: 'rule', fields: [{ field: 'points.1.onDay', message: 'There is 41 for 28 February 2024 already: correct that one' }, { field: 'points.2.onDay', message: '1 January 2190 is still to come' }] });
    expect((await lead.ask(page, { params: { id } })).points).toHaveLength(2);
    expect((await lead.try(addPoints, { params: { id }, body: { points: [{ onDay: '2024-03-28', value: 1.23456 }] } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'points.0.value' }] });
    expect((await lead.try(addPoints, { params: { id }, body: { points: Array.from({ length: 1_001 }, () => ({ onDay: '2024-03-28', value: 1 })) } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'points' }] });
    expect((await lead.try(add, { body: { title: 'No way', unit: 'days', direction: 'none', target: 3 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'target' }] });
    expect((await lead.try(add, { body: { title: 'No target', unit: 'days', direction: 'up', targetOn: '2027-03-31' } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'targetOn' }] });
    const { title } = await measure();
    expect((await lead.try(add, { body: { title: title.toUpperCase(), unit: 'days', direction: 'up' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'title' }] });
  });

  it('have one figure a day when two people type it at once', async () => {
    const { id } = await measure();
    const said = await Promise.all([40, 41].map((value) => lead.try(addPoints, { params: { id }, body: { points: [{ onDay: '2024-01-28', value }] } })));
    expect(said.map((one) => one.status).sort()).toEqual([201, 422]);
    expect((await lead.ask(page, { params: { id } })).points).toHaveLength(1);
  });

  it('correct a figure with a new one, keep the old one to be read, and can correct that again', async () => {
    const { id } = await measure();
    const { points } = await fill(id, [40, 410]);
    const wrong = points[0]?.id ?? '';
    const asking = (point: string, onDay: string, value: number | null) => ({ params: { id, point }, body: { onDay, value, note: 'A slip of the keys' } });
    expect((await lead.try(correct, asking(wrong, '2024-01-28', 41))).problem).toMatchObject({ code: 'rule', fields: [{ field: 'onDay', message: 'There is 40 for 28 January 2024 already: correct that one' }] });
    expect((await lead.try(correct, asking(wrong, '2024-02-28', 410))).problem).toMatchObject({ code: 'rule', fields: [{ field: 'value' }] });
    const right = await lead.ask(correct, asking(wrong, '2024-02-28', 41));
    expect(right).toMatchObject({ latestValue: 41, latestOn: '2024-02-28' });
    expect(right.points).toMatchObject([{ value: 41, correctsId: wrong, isCorrected: false, note: 'A slip of the keys' }, { id: wrong, value: 410, isCorrected: true }, { value: 40 }]);
    expect((await lead.try(correct, asking(wrong, '2024-02-28', 42))).problem.code).toBe('already_done');
    const out = await lead.ask(correct, asking(right.points[0]?.id ?? '', '2024-02-28', null));
    expect(out).toMatchObject({ latestValue: 40, latestOn: '2024-01-28' });
    // The day is free again, and what was taken out can be put back by correcting that.
    const removal = out.points.find((one) => one.value === null)?.id ?? '';
    expect(await lead.ask(correct, asking(removal, '2024-03-28', 43))).toMatchObject({ latestValue: 43, latestOn: '2024-03-28' });
    const other = await measure();
    expect((await lead.try(correct, { ...asking(wrong, '2024-02-28', 42), params: { id: other.id, point: wrong } })).problem.code).toBe('not_found');
    await expect(stage.owner.query('update measure_point set value = 1 where id = $1', [wrong])).rejects.toThrow();
    await expect(stage.owner.query('insert into measure_point (locality_id, measure_id, on_day, value, corrects_id) select locality_id, $2, on_day, 1, id from measure_point where id = $1', [points[1]?.id ?? '', other.id])).rejects.toThrow('foreign key');
  });

  it('belong to actions and findings, whose pages show them', async () => {
    const [action, finding] = [await here.action(), await here.finding()];
    const { id, title } = await measure({ actionIds: [action.id] });
    const linked = await lead.ask(link, { params: { id }, body: { findingId: finding.id } });
    expect(linked).toMatchObject({ actions: [{ id: action.id, planTitle: 'Zibeline plan' }], findings: [{ id: finding.id, reviewTitle: 'Zibeline review' }] });
    expect((await lead.ask(routes.actions.page, { params: { id: action.id } })).measures).toMatchObject([{ id, title, latestValue: null }]);
    expect((await lead.ask(routes.findings.page, { params: { id: finding.id } })).measures).toMatchObject([{ id }]);
    expect((await lead.ask(list, { query: { finding: finding.id } })).items.map((one) => one.id)).toEqual([id]);
    expect((await lead.ask(list, { query: { action: action.id, tooFew: false } })).items).toEqual([]);
    expect((await lead.try(withdraw, { params: { id } })).problem.code).toBe('in_use');
    await lead.ask(unlink, { params: { id, other: finding.id } });
    expect((await lead.try(unlink, { params: { id, other: finding.id } })).problem.code).toBe('not_found');
    expect((await lead.ask(unlink, { params: { id, other: action.id } })).actions).toEqual([]);
    await lead.ask(withdraw, { params: { id } });
    expect((await lead.try(page, { params: { id } })).problem.code).toBe('not_found');
    const elsewhere = await Here.open(stage, 'eastvale', 'Quixotry');
    const { id: theirs } = await measure();
    expect((await lead.try(link, { params: { id: theirs }, body: { actionId: (await elsewhere.action()).id } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'actionId', message: 'That action is not here' }] });
  });

  it('end, and are followed by others that take over what they belonged to', async () => {
    const action = await here.action();
    const [old, next] = [await measure({ actionIds: [action.id] }), await measure()];
    await fill(old.id, [40, 41]);
    expect((await lead.try(retire, { params: { id: old.id }, body: { retiredOn: '2024-02-27' } })).problem).toMatchObject({ fields: [{ field: 'retiredOn' }] });
    expect((await lead.try(retire, { params: { id: old.id }, body: { retiredOn: '2024-02-28', replacedById: old.id } })).problem).toMatchObject({ fields: [{ field: 'replacedById' }] });
    expect(await lead.ask(retire, { params: { id: old.id }, body: { retiredOn: '2024-02-28', replacedById: next.id } })).toMatchObject({ replacedBy: { id: next.id, title: next.title }, actions: [{ id: action.id }] });
    expect(await lead.ask(page, { params: { id: next.id } })).toMatchObject({ replaces: [{ id: old.id }], actions: [{ id: action.id }] });
    expect((await lead.ask(routes.actions.page, { params: { id: action.id } })).measures.map((one) => one.id)).toEqual([next.id, old.id]);
    expect((await lead.try(retire, { params: { id: next.id }, body: { retiredOn: '2024-02-28', replacedById: old.id } })).problem).toMatchObject({ fields: [{ field: 'replacedById', message: 'That measure is retired itself' }] });
    expect((await lead.try(addPoints, { params: { id: old.id }, body: { points: [{ onDay: '2024-03-28', value: 1 }] } })).problem).toMatchObject({ fields: [{ field: 'points.0.onDay' }] });
    expect((await lead.ask(list, { query: { action: action.id } })).items.map((one) => one.id)).toEqual([next.id]);
    expect((await lead.ask(list, { query: { action: action.id, retired: true } })).items.map((one) => one.id)).toEqual([next.id, old.id]);
    expect(await lead.ask(takeUp, { params: { id: old.id } })).toMatchObject({ retiredOn: null, replacedBy: null });
  });

  it('do not follow each other when both are retired at once', async () => {
    const [a, b] = [await measure(), await measure()];
    const said = await Promise.all([lead.try(retire, { params: { id: a.id }, body: { retiredOn: '2024-02-28', replacedById: b.id } }), lead.try(retire, { params: { id: b.id }, body: { retiredOn: '2024-02-28', replacedById: a.id } })]);
    expect(said.map((one) => one.status).sort()).toEqual([200, 422]);
  });

  it('are what a why rests on, with the figure as it was then', async () => {
    const { id: finding } = await here.finding();
    const { diagnosis } = await lead.ask(routes.diagnoses.begin, { params: { id: finding }, body: { symptom: 'People wait' } });
    const { whys } = await lead.ask(routes.diagnoses.addWhy, { params: { id: diagnosis?.id ?? '' }, body: { text: 'No beds at home' } });
    const why = whys[0]?.id ?? '';
    const { id, title } = await measure();
    await fill(id, [40]);
    const seen = await lead.ask(routes.diagnoses.addEvidence, { params: { id: why }, body: { kind: 'measure', label: title, figure: '40 days, January 2024', measureId: id } });
    expect(seen.whys[0]?.evidence).toMatchObject([{ kind: 'measure', figure: '40 days, January 2024', measure: { id, latestValue: 40 } }]);
    await lead.ask(routes.diagnoses.addEvidence, { params: { id: why }, body: { kind: 'measure', label: title, measureId: id } });
    expect((await lead.try(routes.diagnoses.addEvidence, { params: { id: why }, body: { kind: 'measure', label: 'Nothing' } })).problem).toMatchObject({ fields: [{ field: 'figure' }] });
    expect((await lead.try(routes.diagnoses.addEvidence, { params: { id: why }, body: { kind: 'measure', label: 'Not here', measureId: finding } })).problem).toMatchObject({ fields: [{ field: 'measureId', message: 'That measure is not here' }] });
    expect((await lead.try(withdraw, { params: { id } })).problem.code).toBe('in_use');
  });
});
