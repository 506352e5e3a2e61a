import fc from 'fast-check';
import { minutesOf, readHours, sayHours, sayWeek, typedDay } from './week';

describe('a week as people type it', () => {
  it('takes hours in the ways in which they are written', () => {
    expect(['7:30', '7.5', '7,5', '7h30', '7 h 30', '7', '7h', '0:15', '.5'].map(readHours)).toEqual([450, 450, 450, 450, 450, 420, 420, 15, 30]);
    for (const text of ['', 'seven', '7:75', '-3', '7:30:00', '1e3']) expect(readHours(text)).toBeNaN();
  });

  it('says hours so that they read back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_440 }), (minutes) => expect(readHours(sayHours(minutes).replace(',', ''))).toBe(minutes)));
  });

  it('keeps every day as it was, whatever the person-day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_440 }), fc.integer({ min: 300, max: 600 }), (minutes, personDay) => expect(minutesOf(typedDay(minutes, personDay), personDay)).toBe(minutes)));
    expect([450, 225, 0, 375].map((one) => typedDay(one, 450))).toEqual([{ part: 'whole', hours: '' }, { part: 'half', hours: '' }, { part: 'off', hours: '' }, { part: 'hours', hours: '6:15' }]);
  });

  it('says a week in few words', () => {
    expect(sayWeek([450, 450, 450, 450, 450, 0, 0], 450)).toBe('Mon to Fri');
    expect(sayWeek([450, 450, 450, 450, 225, 0, 0], 450)).toBe('Mon to Thu, Fri half');
    expect(sayWeek([0, 375, 0, 450, 450, 0, 0], 450)).toBe('Tue 6 h 15, Thu to Fri');
    expect(sayWeek([0, 0, 0, 0, 0, 0, 0], 450)).toBe('No days');
  });
});
