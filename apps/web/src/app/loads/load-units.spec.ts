import { inUnit } from './load-units';

describe('minutes on the heat map', () => {
  it('are hours, person-days of the employer, or full-time posts of the month', () => {
    expect(inUnit(1_110, 'hours', 444, 7_503)).toBe('18.5');
    expect(inUnit(1_110, 'days', 444, 7_503)).toBe('2.5');
    expect(inUnit(3_751, 'fte', 450, 7_503)).toBe('0.50');
    expect(inUnit(7_403, 'fte', 444, 7_503)).toBe('1.00');
  });

  it('are never written as nothing where there is something, and are no posts in a month that is over', () => {
    expect(inUnit(0, 'days', 450, 7_503)).toBe('0');
    expect(inUnit(10, 'days', 450, 7_503)).toBe('<0.1');
    expect(inUnit(450, 'fte', 450, 0)).toBe('–');
  });
});
