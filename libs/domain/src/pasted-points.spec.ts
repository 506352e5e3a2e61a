import fc from 'fast-check';
import type { Counted } from './measures';
import { readFigure, readPoints } from './pasted-points';

const none: Counted = { figures: new Map<string, number>(), retiredOn: null, today: '2026-11-22' };
const brief = (text: string, counted = none) => readPoints(text, counted).map(({ line, onDay, value, problem, isKnown }) => [line, onDay ?? '', value ?? '', problem || (isKnown ? 'known' : '')].join(' | '));

describe('pasted figures', () => {
  it('are two columns from a spreadsheet, with UK dates, thousands and decimals', () => {
    expect(brief('Month\tDelayed days\n30/09/2026\t1,234\n31/10/2026\t1,198.5\nAug 2026\t£1,301\n15 Jul 26\t41%')).toEqual(['2 | 2026-09-30 | 1234 | ', '3 | 2026-10-31 | 1198.5 | ', '4 | 2026-08-31 | 1301 | ', '5 | 2026-07-15 | 41 | ']);
  });

  it('are read with other gaps too: spaces, commas, semicolons', () => {
    expect(brief('1 Sep 2026 1 234\n2 Sep 2026, 1,234\n3/9/2026;12.5\n2026-09-04   -3\nQ1 26/27 88')).toEqual(['1 | 2026-09-01 | 1234 | ', '2 | 2026-09-02 | 1234 | ', '3 | 2026-09-03 | 12.5 | ', '4 | 2026-09-04 | -3 | ', '5 | 2026-06-30 | 88 | ']);
  });

  it('say at their line what is wrong, and keep the rest', () => {
    expect(brief('30/09/2026\t41\n31/09/2026\t42\n31/10/2026\tn/a\n30/11/2026\t43\nOctober\n31/08/2026\t\n30/06/2026\t1,5\n31/07/2026\t40')).toEqual([
      '1 | 2026-09-30 | 41 | ',
      '2 |  |  | There is no date that we can read in “31/09/2026\t42”: write it like 30/09/2026',
      '3 | 2026-10-31 |  | “n/a” is no figure that we can read: write it like 1,234.5',
      '4 | 2026-11-30 | 43 | 30 November 2026 is still to come',
      '5 |  |  | There is no date that we can read in “October”: write it like 30/09/2026',
      '6 | 2026-08-31 |  | There is no figure beside the date',
      '7 | 2026-06-30 |  | “1,5” is no figure that we can read: write it like 1,234.5',
      '8 | 2026-07-31 | 40 | ',
    ]);
  });

  it('are held against what is there: the same is passed over, another figure is refused', () => {
    const counted = { figures: new Map([['2026-08-31', 40], ['2026-09-30', 1_234.5]]), retiredOn: '2026-10-31', today: '2026-11-22' };
    expect(brief('31/08/2026\t40\n30/09/2026\t41\n31/10/2026\t3\n31/10/2026\t3\n31/10/2026\t4\n01/11/2026\t5', counted)).toEqual([
      '1 | 2026-08-31 | 40 | known',
      '2 | 2026-09-30 | 41 | There is 1,234.5 for 30 September 2026 already: correct that one',
      '3 | 2026-10-31 | 3 | ',
      '4 | 2026-10-31 | 3 | known',
      '5 | 2026-10-31 | 4 | 31 October 2026 is in this list twice',
      '6 | 2026-11-01 | 5 | The measure was counted until 31 October 2026',
    ]);
  });

  it.each([['1,234.5', 1234.5], ['12,34', null], ['−3', -3], ['(3)', -3], ['41 %', 41], ['.5', 0.5], ['0.33333333', 0.3333], ['', null], ['-', null], ['1e9', null], ['2,000,000,000', null], ['£2 500', 2500]])('read “%s” as %s', (text, value) => expect(readFigure(text)).toBe(value));

  it('come back as they were written, and no text fails', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((at) => new Date(Date.UTC(2018, 0, 1 + at)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 20 }), fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (days, tenthousandths) => {
        const value = tenthousandths / 10_000;
        const written = days.map((one) => `${one.split('-').reverse().join('/')}\t${value.toLocaleString('en-GB', { maximumFractionDigits: 4 })}`).join('\n');
        expect(readPoints(written, none).map((one) => [one.onDay, one.value, one.problem])).toEqual(days.map((one) => [one, value, one > none.today ? expect.any(String) : '']));
      }),
    );
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('\t', '\n', '1/2/26', '12', ',', ' ')), { maxLength: 20 }), (parts) => expect(readPoints(parts.join(''), none).every((one) => one.problem !== '' || (one.onDay !== null && one.value !== null))).toBe(true)));
  });
});
