import { originInWords, placeInWords } from './origins';

describe('origins', () => {
  it('say places as people do', () => {
    expect([1, 2, 3, 10, 11, 12, 13, 21, 22, 33, 101, 111].map(placeInWords)).toEqual(['first', 'second', 'third', 'tenth', '11th', '12th', '13th', '21st', '22nd', '33rd', '101st', '111th']);
  });

  it('say who raised it, and how it was voted where there was anything to vote between', () => {
    const question = { kind: 'question' as const, choice: null, votes: 14, arePoints: false };
    expect(originInWords({ ...question, place: 3, places: 9 }, '12 May 2026')).toBe('raised by 14, voted third at the summit of 12 May 2026');
    expect(originInWords({ ...question, place: 1, places: 1 }, '12 May 2026')).toBe('raised by 14 at the summit of 12 May 2026');
  });

  it('say the points of a ranking as points', () => {
    const ranked = { kind: 'poll' as const, choice: 'Homes', arePoints: true, places: 3 };
    expect(originInWords({ ...ranked, votes: 87, place: 2 }, '12 May 2026')).toBe('“Homes”, ranked second with 87 points in a poll at the summit of 12 May 2026');
    expect(originInWords({ ...ranked, votes: 1, place: 3 }, '12 May 2026')).toBe('“Homes”, ranked third with 1 point in a poll at the summit of 12 May 2026');
  });

  it('say which choice of a poll it was, or that the poll as a whole led to it', () => {
    expect(originInWords({ kind: 'poll', choice: 'One number to ring', votes: 31, arePoints: false, place: 1, places: 4 }, '12 May 2026')).toBe('“One number to ring”, voted first with 31 votes in a poll at the summit of 12 May 2026');
    expect(originInWords({ kind: 'poll', choice: null, votes: 42, arePoints: false, place: null, places: null }, '12 May 2026')).toBe('asked in a poll that 42 answered at the summit of 12 May 2026');
  });
});
