import fc from 'fast-check';
import { readEffort } from './effort-words';

const year = { startOn: '2026-04-01', dueOn: '2027-03-31' };
const none = { startOn: null, dueOn: null };
const said = (text: string, dates: Parameters<typeof readEffort>[1] = year, isBare = false) => readEffort(text, dates, isBare);

describe('effort in the words of a sheet', () => {
  it.each([
    // Every wording of the resources column of the shared workbook.
    ['12 days', 12], ['20 days', 20], ['25 days', 25], ['£420k; 60 days', 60], ['15 days', 15], ['80 days', 80], ['35 days', 35], ['140 days', 140], ['22 days', 22], ['30 days', 30], ['8 days', 8],
    ['£90k', null], ['£18k', null],
    // As other plans say it.
    ['60 days; £420k', 60], ['2.5 days', 2.5], ['1,200 days', 1200], ['about 40 person-days', 40], ['circa 12 working days', 12], ['up to 5 days', 5], ['half a day', 0.5], ['Two days', 2], ['½ day', 0.5], ['1½ days', 1.5], ['30 hours', 4], ['3 person-weeks', 15], ['£1.2m + 10 days', 10], ['10 days of backfill', 10],
  ])('%s: %p days, whatever the dates', (text, days) => {
    expect(said(text, none)).toMatchObject({ days, doubt: null });
    expect(said(text)).toMatchObject({ days, doubt: null });
  });

  it.each([
    // 251 working days lie between 1 April 2026 and 31 March 2027, in 12 months and 52.14 weeks.
    ['1 WTE', 251, '251 working days'], ['0.8 FTE', 200.8, '251 working days'], ['1.5 wte', 376.5, '251 working days'], ['£210k; 1.6 WTE', 401.6, '251 working days'], ['0.2 FTE project manager', 50.2, '251 working days'],
    ['2 days a month', 24, '12 months'], ['2 days per month', 24, '12 months'], ['2 days/month', 24, '12 months'], ['one day a week', 52.1, '52.1 weeks'], ['half a day a week', 26.1, '52.1 weeks'], ['3 hours a week', 20.9, '52.1 weeks'], ['1 day a fortnight', 26.1, '26.1 fortnights'], ['3 days a quarter', 12, '4 quarters'], ['10 days per annum', 10, '1 years'],
  ])('%s: %p days of a year, and says how', (text, days, how) => {
    expect(said(text)).toMatchObject({ days, doubt: null, how: expect.stringContaining(how) });
    expect(said(text, none)).toMatchObject({ days: null, doubt: expect.stringContaining('start and a due date') });
  });

  it.each([
    // The posts of the workbook, over their own dates there.
    ['1.0 WTE', '2026-06-01', '2026-09-30', 87], ['£210k; 1.6 WTE', '2026-01-05', '2026-10-30', 336], ['5 WTE', '2026-04-20', '2027-02-28', 1_095],
  ])('%s from %s to %s: %p days', (text, startOn, dueOn, days) => {
    expect(said(text, { startOn, dueOn }).days).toBe(days);
  });

  it('waits where the workbook gives a post no due date', () => {
    expect(said('3 WTE', { startOn: '2026-09-01', dueOn: null })).toMatchObject({ days: null, doubt: expect.stringContaining('“3 WTE” is so much over time') });
  });

  it.each([
    ['5-10 days', 5, 7.5, 10], ['5 – 10 days', 5, 7.5, 10], ['5 to 10 days', 5, 7.5, 10], ['2-3 days a month', 24, 30, 36], ['0.5-1 FTE', 125.5, 188.3, 251],
  ])('%s: between, and the middle as likely', (text, low, days, high) => {
    expect(said(text)).toMatchObject({ low, days, high, how: expect.stringContaining('the middle') });
  });

  it.each([['5 days and 6 days', 'several'], ['1 WTE; 20 days', 'several'], ['10-5 days', 'wrong way'], ['volunteers', 'no number'], ['3 weeks', 'duration'], ['lots of days', 'no number'], ['3 posts', 'no number'], ['200000 days', 'no number']])('%s is listed', (text, why) => {
    expect(said(text)).toMatchObject({ days: null, doubt: expect.stringContaining(why) });
  });

  it('leaves prose about resources alone', () => {
    expect(said('Within the existing budgets of the partners, who release people as the winter allows, as agreed in May')).toEqual({ days: null, low: null, high: null, how: null, doubt: null });
  });

  it('takes a number alone for days in a column of days, and lists there what is none', () => {
    expect([said('12', none, true).days, said('2.5', none, true).days, said('1,200', none, true).days, said('5-10', none, true).days]).toEqual([12, 2.5, 1200, 7.5]);
    expect(said('12', none)).toMatchObject({ days: null });
    expect(said('volunteers', none, true)).toMatchObject({ days: null, doubt: expect.stringContaining('no number') });
    expect(said('', none, true)).toMatchObject({ days: null, doubt: null });
  });

  it('counts nothing over dates that are reversed, or a hundred years', () => {
    expect(said('1 FTE', { startOn: '2027-01-01', dueOn: '2026-01-01' })).toMatchObject({ days: null, doubt: expect.stringContaining('how long') });
    expect(said('1 FTE', { startOn: '2026-01-01', dueOn: '2126-01-01' })).toMatchObject({ days: null, doubt: expect.stringContaining('how long') });
  });

  it('reads any text without stumbling, to tenths of a day that are in order', () => {
    const words = fc.array(fc.constantFrom('5', '0.8', '10', '-', ' to ', ' ', 'days', 'FTE', 'a', 'week', 'month', '£', 'k', ';', ',', 'hours', 'half', '½', 'x'), { maxLength: 9 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 60 })), fc.boolean(), (text, isBare) => {
        const { days, low, high, doubt } = said(text, year, isBare);
        if (days === null) expect([low, high]).toEqual([null, null]);
        else expect({ doubt, isTenth: Math.abs(days * 10 - Math.round(days * 10)) < 1e-6, inOrder: (low ?? NaN) <= days && days <= (high ?? NaN) }).toEqual({ doubt: null, isTenth: true, inOrder: true });
      }),
      { numRuns: 500 },
    );
  });
});
