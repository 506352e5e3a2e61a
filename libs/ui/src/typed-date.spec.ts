import { readDate, showDate } from './typed-date';

describe('a date as people type it', () => {
  it.each([
    ['21/11/2026', '2026-11-21'],
    ['1.2.26', '2026-02-01'],
    ['1 2 2026', '2026-02-01'],
    ['21 Nov 2026', '2026-11-21'],
    ['1st September 26', '2026-09-01'],
    [' 2026-11-21 ', '2026-11-21'],
    ['30/02/2026', '2026-02-30'],
    ['', ''],
    ['Spring 2027', 'Spring 2027'],
    ['21/Nov', '21/Nov'],
  ])('reads “%s” as “%s”, day first, and leaves what is no date for the form to refuse', (typed, date) => expect(readDate(typed)).toBe(date));

  it('shows a date day first, and anything else as it was typed', () => {
    expect(showDate('2026-11-21')).toBe('21/11/2026');
    expect(showDate('Ongoing')).toBe('Ongoing');
  });
});
