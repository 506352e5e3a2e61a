import fc from 'fast-check';
import { calibrationByQuarter, calibrationOf, calibrationSays } from './calibration';

describe('actual against estimate', () => {
  const nine = Array.from({ length: 9 }, (_, at) => ({ endedOn: at < 4 ? '2026-03-31' : '2026-04-01', estimated: 4_500, spent: at < 4 ? 4_500 : 7_740 }));

  it('is what work took beside what it was thought to take', () => {
    const all = calibrationOf(nine);
    expect(all).toEqual({ actions: 9, estimated: 40_500, spent: 56_700, percent: 140 });
    expect(all && calibrationSays(all)).toBe('Their work takes 1.4 × what they estimate (9 actions)');
    expect(calibrationSays({ actions: 1, estimated: 100, spent: 95, percent: 95 })).toBe('Their work takes 1.0 × what they estimate (1 action)');
  });

  it('goes by the quarter in which the work ended', () => {
    expect(calibrationByQuarter(nine).map(({ quarter, actions, percent }) => [quarter, actions, percent])).toEqual([['2026 Q1', 4, 100], ['2026 Q2', 5, 172]]);
  });

  it('leaves out what had no estimate, and adds up over the quarters', () => {
    expect(calibrationOf([{ endedOn: '2026-01-01', estimated: 0, spent: 900 }])).toBeNull();
    const one = fc.record({ endedOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-05-05'), estimated: fc.integer({ min: 0, max: 9_000 }), spent: fc.integer({ min: 0, max: 9_000 }) });
    fc.assert(fc.property(fc.array(one), (all) => expect(calibrationByQuarter(all).reduce((sum, { spent }) => sum + spent, 0)).toBe(calibrationOf(all)?.spent ?? 0)));
  });
});
