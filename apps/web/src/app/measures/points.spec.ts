import type { MeasurePoint } from '@followthrough/contracts';
import { controlChart } from '@followthrough/domain';
import { countedIn, live, runsOf, told } from './points';

const point = (id: string, onDay: string, value: number | null, correctsId: string | null = null, isCorrected = false): MeasurePoint => ({ id, onDay, value, note: null, correctsId, isCorrected, addedByName: null, addedOn: onDay });
const points = [point('e', '2026-03-31', null, 'd'), point('c', '2026-02-28', 41, 'b'), point('b', '2026-02-28', 410, 'a', true), point('a', '2026-02-27', 4, null, true), point('d', '2026-01-31', 39, null, true)];

it('shows a figure with everything that it said before', () => {
  expect(told(points).map(({ point: { id }, was }) => [id, was.map((one) => one.id)])).toEqual([['e', ['d']], ['c', ['b', 'a']]]);
});

it('counts only what is neither corrected nor taken out', () => {
  expect(live(points).map((one) => one.id)).toEqual(['c']);
  expect([...countedIn({ points, retiredOn: null }).figures]).toEqual([['2026-02-28', 41]]);
});

it('names neighbours with one special cause together', () => {
  const values = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 9, 9, -1, 1, -1, 1, 9];
  const chart = controlChart(values.map((value, at) => ({ onDay: `2026-01-${String(at + 1).padStart(2, '0')}`, value })), 'up', null);
  const outside = chart.points.filter((one) => one.causes.includes('outside')).length;
  const runs = runsOf(chart).filter((one) => one.cause === 'outside');
  expect(runs.reduce((sum, run) => sum + run.points.length, 0)).toBe(outside);
  expect(runsOf({ ...chart, points: chart.points.map((one, at) => ({ ...one, causes: at === 10 || at === 11 || at === 16 ? ['outside'] : [] })) }).map((run) => run.points.length)).toEqual([2, 1]);
});
