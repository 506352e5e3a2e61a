import { dayAfter } from './calendar';
import { bankHolidays, clearDaysBefore, isWorkingDay, workingDayAfter } from './working-days';

describe('working days in England', () => {
  // From https://www.gov.uk/bank-holidays and its history.
  it.each<[number, string[]]>([
    [2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
    [2021, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
    [2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
    [2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
  ])('has the bank holidays of %d', (year, days) => {
    expect([...bankHolidays(year)].sort()).toEqual(days.map((day) => `${year}-${day}`));
  });

  it('counts clear days with neither the day of sending nor that of the meeting', () => {
    // Thursday 12 March 2026: 5 to 11 March are five clear working days, so the papers go on Wednesday the 4th.
    expect(clearDaysBefore('2026-03-12', 5)).toBe('2026-03-04');
    // Over Easter 2026 two holidays and two weekends do not count.
    expect(clearDaysBefore('2026-04-09', 5)).toBe('2026-03-30');
    expect(clearDaysBefore('2026-03-12', 0)).toBe('2026-03-11');
  });

  it('lands on working days with exactly so many between, whatever the day', () => {
    for (let nth = 0, day = '2025-11-01'; nth < 500; nth += 1, day = dayAfter(day, 1))
      for (const days of [1, 2, 5, 10]) {
        const [later, earlier] = [workingDayAfter(day, days), workingDayAfter(day, -days)];
        expect([isWorkingDay(later), isWorkingDay(earlier)]).toEqual([true, true]);
        expect([between(day, later), between(earlier, day)]).toEqual([days - 1, days - 1]);
        expect(between(clearDaysBefore(day, days), day)).toBe(days);
      }
  });

  it('takes the day itself for no days, or the working day before it', () => {
    expect(workingDayAfter('2026-03-12', 0)).toBe('2026-03-12');
    expect(workingDayAfter('2026-04-06', 0)).toBe('2026-04-02');
  });
});

/** Working days strictly between two days, counted one by one. */
function between(from: string, to: string): number {
  let found = 0;
  for (let day = dayAfter(from, 1); day < to; day = dayAfter(day, 1)) if (isWorkingDay(day)) found += 1;
  return found;
}
