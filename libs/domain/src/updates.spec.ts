import { type NewUpdate, statuses } from '@followthrough/contracts';
import fc from 'fast-check';
import { dayAfter, londonDay } from './calendar';
import { checkUpdate, checkUpdateWords, lacksOf, mayVerify, type ReportFacts } from './updates';

const today = '2026-11-21';
const text = fc.option(fc.string({ minLength: 1, maxLength: 20 }), { nil: null });
const day = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => dayAfter(today, days)), { nil: null });
const decision = fc.option(fc.record({ what: fc.constant('Fund it'), boardId: fc.constantFrom('board', null), fromWhom: fc.constantFrom('The chair', null), neededBy: day }), { nil: null });
const said: fc.Arbitrary<NewUpdate> = fc.record({ status: fc.constantFrom(...statuses), narrative: text, pathToGreen: text, evidence: text, forecastOn: day, decision });
const facts: ReportFacts = { reporterId: 'reporter', ownerId: 'owner', accountablePersonId: null, completedBy: ['finisher'], status: 'complete', namedHasAccount: false, correctsOwn: false };
const fields = (found: readonly { readonly field: string }[]) => found.map((one) => one.field);

describe('a status update', () => {
  it('that passes says everything its status asks for', () => {
    fc.assert(
      fc.property(said, (update) => {
        if (checkUpdateWords(update, today).length > 0) return;
        const worries = update.status === 'at_risk' || update.status === 'off_track';
        if (worries) expect(update.narrative && update.pathToGreen).toBeTruthy();
        expect(update.status === 'off_track').toBe(!!update.decision);
        if (update.decision) expect(!!update.decision.boardId).toBe(!update.decision.fromWhom);
        if (update.forecastOn) expect(update.forecastOn >= today).toBe(true);
        expect(lacksOf({ status: update.status, narrative: update.narrative ?? null, pathToGreen: update.pathToGreen ?? null, decisionId: update.decision ? 'asked' : null })).toEqual([]);
      }),
    );
  });

  it('says all that is wrong at once, each at its field', () => {
    expect(fields(checkUpdateWords({ status: 'off_track', forecastOn: '2026-11-20' }, today))).toEqual(['narrative', 'pathToGreen', 'decision', 'forecastOn']);
  });

  it.each([
    ['the owner', { reporterId: 'owner' }, false],
    ['whoever called it complete', { reporterId: 'finisher' }, false],
    ['nobody known', { reporterId: null }, false],
    ['a third person', {}, true],
  ])('is verified as embedded by %s: %#', (_, who, may) => {
    expect(mayVerify({ ...facts, ...who })).toBe(may);
    expect(checkUpdate({ status: 'embedded', evidence: 'Audits' }, { ...facts, ...who }, today).length === 0).toBe(may);
  });

  it('can be embedded only after it was complete', () => {
    for (const status of statuses) expect(checkUpdate({ status: 'embedded', evidence: 'Audits' }, { ...facts, status }, today).length === 0).toBe(status === 'complete' || status === 'embedded');
  });

  it('is entered on behalf of the owner only, who has no account, and never to verify', () => {
    expect(checkUpdate({ status: 'on_track', onBehalfOfId: 'owner' }, facts, today)).toEqual([]);
    expect(fields(checkUpdate({ status: 'on_track', onBehalfOfId: 'stranger' }, facts, today))).toEqual(['onBehalfOfId']);
    expect(fields(checkUpdate({ status: 'on_track', onBehalfOfId: 'owner' }, { ...facts, namedHasAccount: true }, today))).toEqual(['onBehalfOfId']);
    expect(fields(checkUpdate({ status: 'embedded', evidence: 'Audits', onBehalfOfId: 'owner' }, facts, today))).toEqual(['onBehalfOfId']);
  });
});

describe('today', () => {
  it('is the day in London, on both sides of midnight and of the clocks', () => {
    expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(londonDay(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
    expect(dayAfter('2026-03-28', 1)).toBe('2026-03-29');
    expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
  });
});
