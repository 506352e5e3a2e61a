import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayAfter, type Giver, leversOf, type LoadRow, loadSpan, type LoadWork, monthsAt, partsOf, personDays, piecesOf, type ProofFacts, proofOf } from '@followthrough/domain';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/capacity.md'), 'utf8');

function printed(name: string): readonly (readonly string[])[] {
  const [, table = ''] = new RegExp(`<!-- ${name} -->([\\s\\S]*?)<!-- /${name} -->`).exec(page) ?? [];
  return table.trim().split('\n').slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

const today = '2027-02-01';
const span = loadSpan(today, 2);
const DAY = 450;
const days = (minutes: number): string => personDays(minutes, DAY).toFixed(1);
/** One whole day on each working day. */
const giver: Giver = { patterns: [{ from: '2026-01-01', to: null, minutes: [450, 450, 450, 450, 450, 0, 0] }], leave: [], releases: [{ from: '2026-01-01', to: null, percent: 100, state: 'confirmed' }], expectedOn: null, fundedUntil: null };
const row: LoadRow = { id: 'mia', members: [{ personId: 'mia', from: null, to: null }], confirmed: [] };
const work = (id: string, of: number, dueOn: string, startOn: string | null = null): LoadWork => ({
  id, startOn, dueOn, organisationId: null, left: of * DAY, milestones: [],
  lines: [{ purpose: 'deliver', skillId: null, level: null, organisationId: null, likely: of * DAY, shape: 'even', milestone: null, parts: [{ personId: 'mia', organisationId: null, minutes: of * DAY }] }],
});
const factsOf = (all: readonly LoadWork[]): ProofFacts => ({ by: 'person', span, time: { usualLeave: 0, training: 0, administration: 0, sickness: 0, buffer: 0 }, people: new Map([['mia', giver]]), pieces: piecesOf(all, span), parts: partsOf(all, today) });

describe('the page on whether work fits', () => {
  it('says of a month that only looks over what the code says', () => {
    const [a, b] = [work('A', 22, '2027-03-31'), work('B', 12, '2027-02-26')];
    const facts = factsOf([a, b]);
    const proof = proofOf(facts, row);
    const alone = (one: LoadWork): readonly string[] => monthsAt(factsOf([one]), row).map(({ needed }) => days(needed));
    const placed = (id: string): readonly string[] => ['2027-02', '2027-03'].map((month) => days(proof.placement.placed.filter((one) => one.id.startsWith(id) && dayAfter(today, one.day).startsWith(month)).reduce((sum, { minutes }) => sum + minutes, 0)));
    const months = monthsAt(facts, row);
    expect(printed('fourth')).toEqual([
      ['Can be given', ...months.map(({ given }) => days(given ?? NaN))],
      ['B, spread', ...alone(b)],
      ['A, spread', ...alone(a)],
      ['Per cent, spread', ...months.map(({ percent }) => `${percent}`)],
      ['B, done first', ...placed('B')],
      ['A, done after it', ...placed('A')],
    ]);
    expect(proof).toMatchObject({ state: 'fits', settled: [{ month: '2027-02', percent: 114, order: [{ workId: 'B', to: 15 }, { workId: 'A' }] }] });
  });

  it('says of a week that cannot be done what the code says', () => {
    const [c, d] = [work('C', 9, '2027-02-26'), work('D', 7, '2027-02-26', '2027-02-22')];
    const facts = factsOf([c, d]);
    const { overloads, pieces, given } = proofOf(facts, row);
    const [month] = monthsAt(facts, row);
    expect(month).toMatchObject({ percent: 80, band: 'healthy' });
    const [over] = overloads;
    expect(printed('fifth')).toEqual([
      ['1 to 26 February', days(month?.needed ?? NaN), days(month?.given ?? NaN), '0.0'],
      ['22 to 26 February', days(over?.needed ?? NaN), days(over?.given ?? NaN), days(over?.excess ?? NaN)],
    ]);
    expect([overloads.length, dayAfter(today, over?.from ?? 0), dayAfter(today, over?.to ?? 0)]).toEqual([1, '2027-02-22', '2027-02-26']);
    const levers = over && leversOf(pieces, given, over);
    expect(dayAfter(today, levers?.later?.to ?? 0)).toBe('2027-03-02');
    expect(levers).toMatchObject({ later: { moves: 'D' }, less: [{ minutes: 2 * DAY, from: 21, to: 25 }] });
  });
});
