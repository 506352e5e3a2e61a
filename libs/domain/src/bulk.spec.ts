import fc from 'fast-check';
import type { BulkChange } from '@followthrough/contracts';
import { checkActionDates } from './actions';
import { afterSteps, asksReason, type BulkAction, builtOnSteps, bulkSays, checkBulk, planBulk, reversed } from './bulk';
import { dayAfter } from './calendar';

const day = fc.integer({ min: 0, max: 400 }).map((n) => dayAfter('2026-06-01', n));
const id = fc.constantFrom('a', 'b', 'c', 'd');
const ids = fc.uniqueArray(id, { maxLength: 4 }).map((all) => [...all].sort());
const priority = fc.constantFrom('high', 'medium', 'low');
const horizon = fc.constantFrom('quick_win', 'medium', 'deep_rooted');
const marks = fc.uniqueArray(fc.constantFrom('description', 'risks', 'resources'), { maxLength: 3 }).map((all) => [...all].sort());

const action: fc.Arbitrary<BulkAction> = fc
  .record({ id: fc.uuid(), ref: fc.constant('1.1'), ownerId: fc.option(id), accountablePersonId: fc.option(id), accountableOrganisationId: fc.option(id), contributing: ids, theme: fc.option(fc.constantFrom('Flow', 'Carers')), priority: fc.option(priority), horizon, restricted: marks, startOn: fc.option(day), baselineDueOn: fc.constant(null), dueOn: fc.option(day), dueText: fc.constant(null), dueTextKept: fc.constant(false), approvedBy: fc.option(fc.constant('Delivery board')), isWithdrawn: fc.constant(false) })
  .filter((one) => checkActionDates(one).length === 0);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const move = fc.tuple(fc.oneof(day.map((dueOn) => ({ dueOn })), fc.integer({ min: -90, max: 90 }).map((byDays) => ({ byDays })))).map(([to]) => ({ ...to, reason: 'capacity' as const, agreedBy: 'The board' }));
const change = fc
  .record({ ownerId: maybe(fc.option(id)), accountablePersonId: maybe(fc.option(id)), accountableOrganisationId: maybe(fc.option(id)), addContributing: maybe(ids), removeContributing: maybe(ids), theme: maybe(fc.option(fc.constantFrom('Flow', 'Housing'))), priority: maybe(fc.option(priority)), horizon: maybe(horizon), restricted: maybe(marks), move: maybe(move) })
  .map((said) => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as BulkChange)
  .filter((said) => checkBulk(said).length === 0);

describe('a bulk edit', () => {
  it('is undone to the same action, while nothing was built on it', () => {
    fc.assert(
      fc.property(change, action, (said, before) => {
        const { steps } = planBulk(said, before);
        const after = afterSteps(before, steps);
        expect(afterSteps(after, reversed(steps))).toEqual(before);
        expect(builtOnSteps(steps, after)).toEqual([]);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(change.filter((said) => said.move?.byDays === undefined), action, (said, before) => {
        const first = planBulk(said, before);
        if (first.refusals.length > 0) return;
        expect(planBulk(said, afterSteps(before, first.steps))).toEqual({ steps: [], refusals: [] });
      }),
    );
  });

  it('changes an action whole or not at all, never what was not asked for, and leaves no dates that the single edit would refuse', () => {
    fc.assert(
      fc.property(change, action, (said, before) => {
        const { steps, refusals } = planBulk(said, before);
        expect(steps.length === 0 || refusals.length === 0).toBe(true);
        const asked = new Set<string>([...Object.keys(said), ...(said.move ? ['dueOn'] : []), ...(said.addContributing ?? said.removeContributing ? ['contributing'] : [])]);
        for (const { field, before: was, after } of steps) {
          expect(asked).toContain(field);
          expect(was).toEqual(before[field]);
          expect(after).not.toEqual(was);
        }
        expect(checkActionDates(afterSteps(before, steps))).toEqual([]);
      }),
    );
  });

  it('needs a reason exactly where an approved plan changes by more than a date', () => {
    fc.assert(
      fc.property(change, action, (said, before) => {
        const plan = planBulk(said, before);
        const agreed = plan.steps.some(({ field }) => field !== 'dueOn' && field !== 'restricted');
        expect(asksReason(plan, before)).toBe(before.approvedBy !== null && agreed);
      }),
    );
  });

  const one: BulkAction = { id: 'x', ref: '2.4', ownerId: 'a', accountablePersonId: null, accountableOrganisationId: null, contributing: ['b'], theme: null, priority: null, horizon: 'medium', restricted: [], startOn: '2026-11-01', baselineDueOn: '2026-12-01', dueOn: '2026-12-01', dueText: null, dueTextKept: false, approvedBy: null, isWithdrawn: false };
  const why = { reason: 'capacity', agreedBy: 'The board' } as const;

  it.each<[string, BulkChange, Partial<BulkAction>, string]>([
    ['a first date', { move: { ...why, byDays: 7 } }, { dueOn: null }, 'It has no due date yet'],
    ['a date before the start', { move: { ...why, dueOn: '2026-10-01' } }, {}, 'The start date must be on or before'],
    ['what was taken out', { ownerId: 'b' }, { isWithdrawn: true }, 'taken out'],
  ])('refuses %s and says why', (_, said, more, says) => {
    expect(planBulk(said, { ...one, ...more })).toEqual({ steps: [], refusals: [expect.stringContaining(says)] });
  });

  it.each<[string, BulkChange, string]>([
    ['nothing to change', {}, 'change'],
    ['lists that change nothing', { addContributing: [] }, 'change'],
    ['the same organisation twice', { addContributing: ['a'], removeContributing: ['a'] }, 'change.removeContributing'],
    ['two ways to move', { move: { ...why, dueOn: '2026-12-02', byDays: 3 } }, 'change.move.dueOn'],
    ['no way to move', { move: why }, 'change.move.dueOn'],
    ['a move by nothing', { move: { ...why, byDays: 0 } }, 'change.move.byDays'],
  ])('refuses %s', (_, said, field) => {
    expect(checkBulk(said)).toMatchObject([{ field }]);
  });

  it('is not undone where somebody went on from it, and names the field', () => {
    const { steps } = planBulk({ ownerId: 'b', priority: 'high' }, one);
    const after = afterSteps(one, steps);
    expect(builtOnSteps(steps, { ...after, ownerId: 'c' })).toEqual(['The owner of action 2.4 was changed since']);
    expect(builtOnSteps(steps, { ...after, theme: 'Flow' })).toEqual([]);
    expect(builtOnSteps(steps, { ...after, isWithdrawn: true })).toEqual(['Action 2.4 was taken out of the plan']);
    const later = planBulk({ move: { ...why, byDays: 60 } }, one);
    expect(builtOnSteps(later.steps, { ...afterSteps(one, later.steps), startOn: '2027-01-15' })).toEqual(['Action 2.4 starts after the due date that it had']);
  });

  it('is told in a sentence', () => {
    expect(bulkSays({ ownerId: null, theme: 'Flow', addContributing: ['x', 'y'], move: { ...why, byDays: -1 } }, (one_) => one_.toUpperCase())).toBe('Owner: nobody; also contributing: X, Y; theme: Flow; due 1 day earlier');
  });
});
