import { routes } from '@followthrough/contracts';
import { circleOf, type Step } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { add, drop } = routes.dependencies;

describe('what comes before what', () => {
  let stage: Stage;
  let lead: Caller;
  let plan: string;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    plan = await aPlan(lead);
  });
  afterAll(() => stage.close());

  const enables = (otherId: string) => ({ otherId, otherComes: 'first' as const, kind: 'enables' as const });

  it('is said from either side and seen from both, until it is taken back', async () => {
    const win = await anAction(lead, plan, { ref: '2.2', title: 'Trusted assessor', horizon: 'quick_win', dueOn: '2020-01-31' });
    const deep = await anAction(lead, plan, { ref: '2.1', title: 'Discharge to assess', horizon: 'deep_rooted' });
    const gate = await anAction(lead, plan, { ref: '5.1', title: 'Shared record' });
    expect(await lead.ask(add, { params: { id: deep }, body: enables(win) })).toMatchObject({ waitsFor: [{ id: win, kind: 'enables', ref: '2.2', horizon: 'quick_win', overdue: true }], opens: [] });
    expect(await lead.ask(add, { params: { id: win }, body: { otherId: gate, otherComes: 'then', kind: 'blocks' } })).toMatchObject({ waitsFor: [], opens: [{ id: deep }, { id: gate, kind: 'blocks' }] });
    const page = await lead.ask(routes.actions.page, { params: { id: win } });
    expect(page.opens.map((one) => one.ref)).toEqual(['2.1', '5.1']);
    const dependency = page.opens[0]?.dependencyId ?? '';
    expect((await lead.ask(drop, { params: { id: deep, dependency } })).waitsFor).toEqual([]);
    expect((await lead.try(drop, { params: { id: deep, dependency } })).problem.code).toBe('not_found');
  });

  it('refuses a circle however long, and shows it by its refs', async () => {
    const [a, b, c] = [await anAction(lead, plan, { ref: '9.1' }), await anAction(lead, plan, { ref: '9.2' }), await anAction(lead, plan, { ref: '9.10' })];
    await lead.ask(add, { params: { id: b }, body: enables(a) });
    await lead.ask(add, { params: { id: c }, body: { ...enables(b), kind: 'blocks' } });
    expect((await lead.try(add, { params: { id: a }, body: enables(c) })).problem).toMatchObject({ status: 422, code: 'rule', fields: [{ field: 'otherId', message: 'That would go round in a circle: 9.10 → 9.1 → 9.2 → 9.10' }] });
    expect((await lead.try(add, { params: { id: a }, body: enables(a) })).problem.fields).toMatchObject([{ message: 'That would go round in a circle: 9.1 → 9.1' }]);
    expect((await lead.try(add, { params: { id: b }, body: enables(a) })).problem.fields).toMatchObject([{ message: 'That is said already' }]);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    const theirs = await anAction(elsewhere, await aPlan(elsewhere));
    expect((await lead.try(add, { params: { id: a }, body: enables(theirs) })).problem.fields).toMatchObject([{ field: 'otherId', message: 'That action is not here' }]);
    expect((await elsewhere.try(add, { params: { id: a }, body: enables(theirs) })).problem.code).toBe('not_found');
  });

  it('closes no circle when two say the two halves of it at once', async () => {
    const [a, b] = [await anAction(lead, plan), await anAction(lead, plan)];
    const answers = await Promise.all([lead.try(add, { params: { id: a }, body: enables(b) }), lead.try(add, { params: { id: b }, body: enables(a) })]);
    expect(answers.map((one) => one.status).sort()).toEqual([201, 422]);
  });

  it('is refused by the database exactly where the domain finds a circle, in the same words', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await anAction(lead, plan, { ref: `P${n}` }));
    const sql = (text: string, values: unknown[] = []) => stage.owner.query(text, values);
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)).filter(([from, to]) => from !== to), { maxLength: 12, selector: ([from, to]) => `${from} ${to}` });
    await fc.assert(
      fc.asyncProperty(pairs, async (said) => {
        await sql('begin');
        const kept: Step[] = [];
        for (const [from, to] of said) {
          const step = { firstId: ids[from] ?? '', thenId: ids[to] ?? '' };
          const circle = circleOf(kept, step.firstId, step.thenId);
          await sql('savepoint step');
          const refused = await sql(`insert into dependency (locality_id, first_id, then_id, kind) select locality_id, id, $2, 'blocks' from action where id = $1`, [step.firstId, step.thenId]).then(() => null, (error: Error) => error.message);
          if (refused !== null) await sql('rollback to savepoint step');
          else kept.push(step);
          expect(refused === null).toBe(circle === undefined);
          // There may be several ways round: both show one that begins and ends with the action that was to come first.
          if (refused) expect(refused).toMatch(new RegExp(`^That would go round in a circle: P${from} → P${to} (→ P\\d )*→ P${from}$`));
        }
        await sql('rollback');
      }),
      { numRuns: 40 },
    );
  });
});
