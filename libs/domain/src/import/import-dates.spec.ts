import fc from 'fast-check';
import { dateInHeading, readDate } from './import-dates';

describe('dates as plans write them', () => {
  it.each([
    ['31/10/2026', '2026-10-31'],
    ['03/04/2026', '2026-04-03'],
    ['1 Sept 26', '2026-09-01'],
    ['1st September 2026', '2026-09-01'],
    ['Friday 30 October 2026', '2026-10-30'],
    ['2026-12-24', '2026-12-24'],
    ['24.12.26', '2026-12-24'],
    ['September 1, 2026', '2026-09-01'],
    [' 01/09/2026\u00a0', '2026-09-01'],
  ])('reads %j as the day %s', (text, on) => expect(readDate({ text })).toEqual({ on, text: null, proposed: null, why: null }));

  it.each([
    ['Q3 26/27', '2026-12-31'],
    ['Q4 2026/27', '2027-03-31'],
    ['26/27 Q1', '2026-06-30'],
    ['by Dec 2026', '2026-12-31'],
    ['End of March 2027', '2027-03-31'],
    ['Feb 28', '2028-02-29'],
    ['2026/27', '2027-03-31'],
    ['by 31/12/2026', '2026-12-31'],
  ])('proposes for %j the day %s, and leaves the date empty until somebody confirms it', (text, proposed) => expect(readDate({ text })).toEqual({ on: null, text, proposed, why: 'period' }));

  it.each(['Spring 2027', 'Ongoing', 'Complete', 'complete', 'see action', 'July 2023 and ongoing', 'TBC', '12/2', 'Q5 26/27', 'Q1 26/29', '進行中'])('keeps %j as text and guesses nothing', (text) =>
    expect(readDate({ text })).toEqual({ on: null, text, proposed: null, why: 'no_date' }),
  );

  it.each(['31/02/2027', '30 February 2026', '2026-13-01', '10/25/2026', '00/01/2026'])('keeps %j, which no calendar has, as text', (text) => expect(readDate({ text })).toEqual({ on: null, text, proposed: null, why: 'impossible' }));

  it('finds nothing in an empty cell', () => expect(readDate({ text: ' \n ' })).toEqual({ on: null, text: null, proposed: null, why: null }));

  it('takes the day of a date cell whatever the cell shows', () => expect(readDate({ text: 'whenever', date: '2026-01-02' }).on).toBe('2026-01-02'));

  it('reads every day back however it is written, the UK way round', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (when) => {
        const on = when.toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = on.split('-');
        const long = when.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
        for (const text of [on, `${date}/${month}/${year}`, `${Number(date)}.${Number(month)}.${year}`, long]) expect(readDate({ text }).on).toBe(on);
      }),
    );
  });

  it('never throws, and never has both a day and a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const said = readDate({ text });
        expect(said.on !== null && said.text !== null).toBe(false);
        expect(said.proposed !== null && said.text === null).toBe(false);
      }),
    );
  });
});

it.each([
  ['Update as of 31/10/2026', '2026-10-31'],
  ['Progress (Oct 2026)', '2026-10-31'],
  ['Position at 1st Sept 2026', '2026-09-01'],
  ['Q2 26/27 update', '2026-09-30'],
  ['Update', null],
])('finds in the heading %j the day %s', (heading, on) => expect(dateInHeading(heading)).toBe(on));

it.each([['May 2026', '2026-05-01'], ['Q1 26/27', '2026-04-01'], ['Q4 26/27', '2027-01-01'], ['2026/27', '2026-04-01'], ['end of May 2026', '2026-05-31'], ['Spring 2027', null]])('proposes for a start in %j %s', (text, day) =>
  expect(readDate({ text }, 'first').proposed).toBe(day));
