import fc from 'fast-check';
import { dayAfter, daysBetween } from './calendar';
import { equalStretches, spreadEffort } from './demand';
import { type LoadLine, type LoadPiece, loadSpan, type LoadWork, minutesBetween, piecesOf } from './load-pieces';
import { fullTimeMonths, laidAtRows, laidIn, loadFacts, type LoadFacts, loadRow, type LoadRow } from './loads';
import { type Giver, usualProductiveTime } from './supply';

const TODAY = '2026-12-01';
const line = (more: Partial<LoadLine> = {}): LoadLine => ({ purpose: 'deliver', skillId: null, level: null, organisationId: 'trust', likely: 1_800, shape: 'even', milestone: null, parts: [], ...more });
const work = (more: Partial<LoadWork> = {}): LoadWork => ({ id: 'w', startOn: null, dueOn: '2026-12-04', organisationId: 'trust', left: 1_800, milestones: [], lines: [line()], ...more });
const giver = (percent: number): Giver => ({ patterns: [{ from: '2026-01-01', to: null, minutes: [450, 450, 450, 450, 450, 0, 0] }], leave: [], releases: [{ from: '2026-01-01', to: null, percent, state: 'confirmed' }], expectedOn: null, fundedUntil: null });
const ann = { personId: 'ann', organisationId: 'trust', minutes: 1_200 };

/** The months of a row, of two from today. */
function months(by: LoadFacts['by'], all: readonly LoadWork[], row: Partial<LoadRow> & { readonly id: string | null }, people: Readonly<Record<string, Giver>> = {}, rows: readonly (string | null)[] = [row.id]) {
  const span = loadSpan(TODAY, 2);
  const facts = loadFacts({ by, span, time: usualProductiveTime, people: new Map(Object.entries(people)), pieces: piecesOf(all, span) });
  const whole: LoadRow = { members: [], confirmed: [], ...row };
  const laid = laidAtRows(facts, rows.map((id) => (id === row.id ? whole : { id, members: [] })));
  return loadRow(facts, whole, laid.get(row.id) ?? []);
}
const member = (personId: string, from: string | null = null, to: string | null = null) => ({ personId, from, to });

describe('loads', () => {
  it('are as reckoned by hand: what is left of a line, who has it, and what they can give', () => {
    // Half of 1,800 minutes is left. Ann is down for 1,200 of them: 600 are left to her, and 300 to nobody, at the trust's door.
    const half = [work({ left: 900, lines: [line({ parts: [ann] })] })];
    // December has 21 working days: 21 × 450 × 50 % × 0.794 = 3,751.65.
    expect(months('person', half, { id: 'ann', members: [member('ann')] }, { ann: giver(50) })[0]).toEqual({ month: '2026-12', needed: 600, given: 3_751, difference: 3_151, percent: 16, band: 'spare', unknown: 0, promised: null });
    // The trust has Ann and what nobody has. Ten days were promised: 4,500 minutes.
    expect(months('organisation', half, { id: 'trust', members: [member('ann')], confirmed: [{ month: '2026-12', days: 10 }] }, { ann: giver(50) })[0]).toMatchObject({ needed: 900, given: 3_751, percent: 24, promised: 4_500 });
  });

  it('take confirmed days for who names nobody, and call a month that nobody spoke for not known', () => {
    const [december, january] = months('organisation', [work()], { id: 'trust', confirmed: [{ month: '2026-12', days: 5 }] });
    expect(december).toMatchObject({ needed: 1_800, given: 2_250, percent: 80, band: 'healthy', promised: null });
    expect(january).toMatchObject({ needed: 0, given: null, percent: null, band: 'unknown', unknown: 0 });
    expect(months('organisation', [work()], { id: 'trust' })[0]).toMatchObject({ needed: 1_800, given: null, band: 'unknown' });
    expect(months('organisation', [work()], { id: 'trust', members: [member('ann')], confirmed: [] }, { ann: { ...giver(50), patterns: [] } })[0]).toMatchObject({ given: null, unknown: 1, band: 'unknown' });
  });

  it('lay what is taken in at the service that receives it, and a new estimate beyond what somebody has at nobody', () => {
    const both = [work({ left: 3_600, lines: [line({ parts: [ann] }), line({ purpose: 'absorb', organisationId: 'care', likely: 240 })] })];
    expect(months('organisation', both, { id: 'care' })[0]?.needed).toBe(240);
    expect(months('person', both, { id: 'ann', members: [member('ann')] }, { ann: giver(50) })[0]?.needed).toBe(1_200);
    expect(months('organisation', both, { id: 'trust' })[0]?.needed).toBe(3_600);
  });

  it('count an action without lines once, overdue work today, and nothing without a date or an estimate', () => {
    const needed = (more: Partial<LoadWork>) => months('organisation', [work({ lines: [], ...more })], { id: 'trust' }).map((one) => one.needed);
    expect(needed({})).toEqual([1_800, 0]);
    expect(needed({ dueOn: '2026-10-01' })).toEqual([1_800, 0]);
    expect(needed({ startOn: '2027-01-04', dueOn: '2027-01-08' })).toEqual([0, 1_800]);
    expect(needed({ startOn: '2027-01-04', dueOn: '2026-12-04' })).toEqual([1_800, 0]);
    expect(needed({ dueOn: null })).toEqual([0, 0]);
    expect(needed({ left: null })).toEqual([0, 0]);
    expect(needed({ dueOn: '2056-12-01' })[0]).toBeGreaterThan(0);
  });

  it('put a line up to a milestone between the one before and its day', () => {
    const stretch = [work({ dueOn: '2027-01-29', milestones: ['2026-12-31', '2027-01-29'], lines: [line({ milestone: { after: '2026-12-31', dueOn: '2027-01-29' } })] })];
    expect(months('organisation', stretch, { id: 'trust' }).map((one) => one.needed)).toEqual([0, 1_800]);
    const shaped = [work({ dueOn: '2027-01-29', milestones: ['2026-12-31', '2027-01-29'], lines: [line({ shape: 'milestones' })] })];
    expect(months('organisation', shaped, { id: 'trust' }).map((one) => one.needed)).toEqual([900, 900]);
  });

  it('count somebody for a team while they are in it, and a skill by its lines, whoever has them', () => {
    const people = { ann: giver(50) };
    // Ann has 1,200 minutes on four days, 300 on each, and is in the team on the first two.
    const [december] = months('team', [work({ lines: [line({ parts: [ann] })] })], { id: 'hub', members: [member('ann', '2026-06-01', '2026-12-02')] }, people);
    expect(december).toMatchObject({ needed: 600, given: 357, band: 'over' });
    const skilled = [work({ lines: [line({ skillId: 'nursing', parts: [ann] }), line({ likely: 600 })], left: 2_400 })];
    expect(months('skill', skilled, { id: 'nursing', members: [member('ann')] }, people)[0]).toMatchObject({ needed: 1_800, given: 3_751 });
    expect(months('skill', skilled, { id: 'nursing' })[0]).toMatchObject({ given: 0, band: 'unresourced' });
    expect(months('skill', skilled, { id: null }, {}, ['nursing', null])[0]).toMatchObject({ needed: 600, given: null, band: 'unknown' });
  });

  it('say what one FTE is in a month', () => {
    // 450 × 0.794 on 21 days of December and 20 of January, without New Year's Day.
    expect(fullTimeMonths(usualProductiveTime, loadSpan(TODAY, 2))).toEqual([{ month: '2026-12', minutes: 7_503 }, { month: '2027-01', minutes: 7_146 }]);
  });

  it('lose no minute between the rows', () => {
    const part = fc.record({ personId: fc.constantFrom('ann', 'ben'), organisationId: fc.constantFrom('trust', 'care'), minutes: fc.integer({ min: 1, max: 3_000 }) });
    const lines = fc.array(fc.record({ purpose: fc.constantFrom('deliver' as const, 'absorb' as const), skillId: fc.constantFrom(null, 'nursing'), level: fc.constant(null), organisationId: fc.constantFrom(null, 'trust', 'gone'), likely: fc.integer({ min: 1, max: 9_000 }), shape: fc.constantFrom('even' as const, 'front' as const, 'back' as const), milestone: fc.constant(null), parts: fc.uniqueArray(part, { selector: (one) => one.personId }) }), { maxLength: 4 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 20_000 }), (all, left) => {
        const one = work({ dueOn: '2027-01-20', lines: all, left });
        const span = loadSpan(TODAY, 2);
        const pieces = piecesOf([one], span);
        const sum = (of: readonly LoadPiece[]): number => of.reduce((minutes, piece) => minutes + minutesBetween(piece, 0, 60), 0);
        const absorbed = all.filter(({ purpose }) => purpose === 'absorb');
        const over = sum(pieces) - left - absorbed.reduce((minutes, { likely }) => minutes + likely, 0);
        // More than is left only where people are down for more than a line needs.
        const isMore = all.some(({ likely, parts }) => parts.reduce((minutes, each) => minutes + each.minutes, 0) > likely);
        if (isMore) expect(over).toBeGreaterThanOrEqual(0);
        else expect(over).toBe(0);
        const rows = laidAtRows({ by: 'organisation', span, pieces }, ['trust', 'care', null].map((id) => ({ id, members: [] })));
        expect([...rows.values()].flat().reduce((minutes, each) => minutes + laidIn(each, { first: 0, last: 60 }), 0)).toBe(sum(pieces));
      }),
    );
  });

  it('lie on the days on which effort of their shape is laid, to the minute', () => {
    const day = fc.integer({ min: -60, max: 400 }).map((days) => dayAfter(TODAY, days));
    fc.assert(
      fc.property(fc.option(day), day, fc.constantFrom('even' as const, 'front' as const, 'back' as const, 'milestones' as const), fc.array(day, { maxLength: 4 }), fc.integer({ min: 1, max: 20_000 }), (startOn, dueOn, shape, milestones, left) => {
        const [piece] = piecesOf([work({ startOn, dueOn, left, milestones, lines: [line({ likely: left, shape })] })], loadSpan(TODAY, 24));
        const from = startOn !== null && startOn > TODAY ? startOn : TODAY;
        const begins = from > dueOn ? (dueOn > TODAY ? dueOn : TODAY) : from;
        const to = dueOn > begins ? dueOn : begins;
        expect([piece?.from, piece?.to]).toEqual([begins, to]);
        const laid = new Map(spreadEffort({ from: begins, to, minutes: left, shape, stretches: equalStretches(milestones, { from: begins, to }) }).map((one) => [daysBetween(TODAY, one.day), one.minutes]));
        for (let at = 0; at < 420; at += 1) expect(piece && minutesBetween(piece, at, at)).toBe(laid.get(at) ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});
