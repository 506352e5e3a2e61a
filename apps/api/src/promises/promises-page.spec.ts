import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommitmentFacts, commitmentOf, type Giver, promisedOf, usualProductiveTime } from '@followthrough/domain';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/capacity.md'), 'utf8');
const words = { green: 'Kept', amber: 'Kept in part', red: 'Not kept', unknown: 'Not known' } as const;

const person: Giver = { patterns: [{ from: '2026-01-01', to: null, minutes: [450, 450, 450, 450, 450, 0, 0] }], leave: [], releases: [{ from: '2026-01-01', to: null, percent: 20, state: 'confirmed' }], expectedOn: null, fundedUntil: null };
const spent = (month: string, days: number) => ({ planId: 'plan', month, minutes: 450 * days, people: [] });
const facts: CommitmentFacts = {
  promises: [{ planId: null, minutes: 4_500, moneyPence: 2_000_000, moneyConfirmedPence: 1_200_000, hasSponsor: true, fromOn: '2026-10-01', toOn: '2027-02-28' }],
  people: [person, person], confirmedDays: [], spent: [spent('2026-10', 6), spent('2026-11', 5), spent('2026-12', 2)], isWhole: true, meetings: 0, attended: 0, updatesDue: 0, updatesInTime: 0,
};

describe('the page on the arithmetic of promises', () => {
  it('says of a promise worked by hand what the code says', () => {
    const one = promisedOf(facts, usualProductiveTime, '2026-12-01');
    const { signs } = commitmentOf(one);
    const line = (what: string, sign: string, of: number | null, have: number | null) => [what, of?.toLocaleString('en-GB'), have?.toLocaleString('en-GB'), words[signs.find((each) => each.sign === sign)?.verdict ?? 'unknown']];
    const [, table = ''] = /<!-- promise -->([\s\S]*?)<!-- \/promise -->/.exec(page) ?? [];
    expect(table.trim().split('\n').slice(2).map((row) => row.split('|').slice(1, 5).map((cell) => cell.trim()))).toEqual([
      line('Days confirmed, in minutes', 'days_confirmed', one.promised, one.confirmed),
      line('Days given, in minutes', 'days_given', one.promisedSoFar, one.given),
      line('Money, in pounds', 'money', (one.money ?? 0) / 100, one.moneyConfirmed / 100),
    ]);
  });
});
