import { type CommitmentSign, type Verdict, verdicts } from '@followthrough/contracts';
import fc from 'fast-check';
import { checkCommitmentLines, commitmentOf, commitmentSigned, type Promised, worst } from './commitment';

const kept: Promised = { hasPromise: true, promised: 9_000, confirmed: 9_000, unknownPeople: 0, given: 4_500, promisedSoFar: 4_500, money: 2_000_000, moneyConfirmed: 2_000_000, hasSponsor: true, meetings: 3, attended: 3, updatesDue: 4, updatesInTime: 4, few: [] };
const read = (one: Partial<Promised>, sign: CommitmentSign) => commitmentSigned({ ...kept, ...one }).find((each) => each.sign === sign);

describe('commitment', () => {
  it('says its figures in words', () => {
    expect(read({ confirmed: 5_400 }, 'days_confirmed')).toEqual({ sign: 'days_confirmed', verdict: 'amber', figure: '12 of 20 days', says: '12 of 20 promised days are confirmed', isIdle: false });
    expect(read({ given: 0 }, 'days_given')).toMatchObject({ verdict: 'red', says: '0 of 10 days promised until now were given' });
    expect(read({ moneyConfirmed: 1_999_900 }, 'money')).toMatchObject({ verdict: 'green', says: '£19,999 of £20,000 promised is confirmed' });
    expect(read({ hasSponsor: false }, 'sponsor')).toMatchObject({ verdict: 'red', says: 'No sponsor is named' });
    expect(read({ meetings: 1, attended: 0 }, 'attendance')).toMatchObject({ verdict: 'red', says: 'Did not come to the last meeting of its boards' });
    expect(read({ attended: 2 }, 'attendance')).toMatchObject({ verdict: 'amber', figure: '2 of 3', says: 'Came to 2 of the last 3 meetings of its boards' });
    expect(read({ updatesInTime: 3 }, 'updates')).toMatchObject({ verdict: 'amber', says: '3 of 4 updates came in time' });
  });

  it('turns at its lines, exactly', () => {
    expect([8_100, 8_099, 5_400, 5_399].map((confirmed) => read({ confirmed }, 'days_confirmed')?.verdict)).toEqual(['green', 'amber', 'amber', 'red']);
    expect(checkCommitmentLines({ green: 80, amber: 80 })).toEqual([]);
    expect(checkCommitmentLines({ green: 79, amber: 80 })).toMatchObject([{ field: 'amber' }]);
  });

  it('breaks no promise that was not made, and says nothing of what nobody said', () => {
    for (const [one, sign] of [[{ promised: null }, 'days_confirmed'], [{ promisedSoFar: null }, 'days_given'], [{ money: null }, 'money'], [{ hasSponsor: null }, 'sponsor'], [{ meetings: 0 }, 'attendance'], [{ updatesDue: 0 }, 'updates']] as const)
      expect(read(one, sign)).toMatchObject({ verdict: 'unknown', figure: null, isIdle: true });
    expect(read({ given: null }, 'days_given')).toMatchObject({ verdict: 'unknown', says: 'No update says how many of 10 promised days were given', isIdle: false });
  });

  it('cannot say that it is too little while somebody’s working pattern is not known, and can say that it is enough', () => {
    expect(read({ confirmed: 5_400, unknownPeople: 1 }, 'days_confirmed')).toMatchObject({ verdict: 'unknown', says: '12 of 20 promised days are confirmed, without 1 person whose working pattern is not known' });
    expect(read({ unknownPeople: 2 }, 'days_confirmed')?.verdict).toBe('green');
  });

  it('gives no figure and no verdict of what fewer than three people make up', () => {
    const { signs, verdict } = commitmentOf({ ...kept, confirmed: 0, given: 0, few: ['days_confirmed', 'days_given'] });
    expect(signs.slice(0, 2)).toMatchObject([{ verdict: 'unknown', figure: null }, { verdict: 'unknown', figure: null }]);
    expect(JSON.stringify(signs.slice(0, 2))).not.toMatch(/[0-9]/);
    expect(verdict).toBe('unknown');
  });

  it('is the worst of the signs that speak, and not known where nothing is promised', () => {
    expect(commitmentOf({ ...kept, money: null, meetings: 0 })).toMatchObject({ verdict: 'green' });
    expect(commitmentOf({ ...kept, given: 0, attended: 2 })).toMatchObject({ verdict: 'red', reason: '0 of 10 days promised until now were given' });
    const none: Promised = { ...kept, hasPromise: false, promised: null, promisedSoFar: null, given: null, money: null, hasSponsor: null };
    expect(commitmentOf(none)).toMatchObject({ verdict: 'unknown', reason: 'No promise is recorded' });
    expect(commitmentOf({ ...none, updatesInTime: 0 })).toMatchObject({ verdict: 'unknown', reason: 'No promise is recorded' });
    expect(commitmentOf({ ...none, hasPromise: true, meetings: 0, updatesDue: 0 })).toMatchObject({ verdict: 'unknown', reason: 'What was promised is over' });
  });

  it('is kept in part at worst by who keeps it and misses boards and updates', () => {
    expect(commitmentOf({ ...kept, attended: 0, updatesInTime: 0 })).toMatchObject({ verdict: 'amber', reason: 'Came to 0 of the last 3 meetings of its boards' });
    expect(commitmentOf({ ...kept, attended: 0, moneyConfirmed: 0 })).toMatchObject({ verdict: 'red', reason: '£0 of £20,000 promised is confirmed' });
  });

  it('gets no worse by keeping more of it', () => {
    const rank: Readonly<Record<Verdict, number>> = { green: 0, unknown: 1, amber: 2, red: 3 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 5_000 }), (promised, confirmed, more) => {
        expect(rank[read({ promised, confirmed: confirmed + more }, 'days_confirmed')?.verdict ?? 'red']).toBeLessThanOrEqual(rank[read({ promised, confirmed }, 'days_confirmed')?.verdict ?? 'green']);
      }),
    );
  });
});

describe('the worst', () => {
  it('is red before amber before unknown before green, the first of equals, and nothing of nothing', () => {
    const of = (...all: readonly Verdict[]) => worst(all.map((verdict, at) => ({ verdict, at })));
    expect(of('green', 'unknown')?.verdict).toBe('unknown');
    expect(of('unknown', 'amber', 'green')?.verdict).toBe('amber');
    expect(of('amber', 'red', 'red')).toEqual({ verdict: 'red', at: 1 });
    expect(of()).toBeUndefined();
    fc.assert(fc.property(fc.array(fc.constantFrom(...verdicts), { minLength: 1 }), (all) => expect(all).toContain(of(...all)?.verdict)));
  });
});
