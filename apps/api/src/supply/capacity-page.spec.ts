import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KnownGiver, personDays, type SupplyMonth, supplyMonths, usualProductiveTime } from '@followthrough/domain';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/capacity.md'), 'utf8');

/** The rows of a table of the page: what, minutes, person-days. */
function printed(name: string): readonly (readonly [string, string, string])[] {
  const [, table = ''] = new RegExp(`<!-- ${name} -->([\\s\\S]*?)<!-- /${name} -->`).exec(page) ?? [];
  return table.trim().split('\n').slice(2).map((line) => {
    const [, what = '', minutes = '', days = ''] = line.split('|').map((cell) => cell.trim().replaceAll('*', ''));
    return [what, minutes, days] as const;
  });
}

function worked({ pattern, holidays, leave, kept, otherWork, given, asked, personDay }: SupplyMonth, isAsked: boolean): readonly (readonly [string, string, string])[] {
  const line = (what: string, minutes: number) => [what, minutes.toLocaleString('en-GB'), personDays(minutes, personDay).toFixed(1)] as const;
  const lines = [line('By the working pattern', pattern), line('Bank holidays', holidays), line('Leave entered', leave), line('There', pattern - holidays - leave), line('Not released', kept), line('Other work', otherWork), line('Given', given ?? NaN)];
  return isAsked ? [...lines, line('If all that is asked for were confirmed', asked ?? NaN)] : lines;
}

const month = (giver: Partial<KnownGiver>, on: string): SupplyMonth => {
  const [only] = supplyMonths({ patterns: [], leave: [], releases: [], expectedOn: null, fundedUntil: null, ...giver }, usualProductiveTime, on, 1);
  if (!only) throw new Error('no month');
  return only;
};

describe('the page on the arithmetic of capacity', () => {
  it('says of a part-time pattern with leave and holidays what the code says', () => {
    const priya = month(
      {
        patterns: [{ from: '2026-04-01', to: null, minutes: [450, 450, 450, 225, 0, 0, 0], fullTimeMinutes: 450 }],
        leave: [{ from: '2026-12-29', to: '2026-12-31', part: 'whole' }],
        releases: [{ from: '2026-04-01', to: null, percent: 100, state: 'confirmed' }],
      },
      '2026-12',
    );
    expect(printed('first')).toEqual(worked(priya, false));
  });

  it('says of a release of 40 per cent and a request what the code says', () => {
    const sam = month(
      {
        patterns: [{ from: '2026-04-01', to: null, minutes: [444, 444, 444, 444, 444, 0, 0], fullTimeMinutes: 444 }],
        releases: [{ from: '2027-01-04', to: '2027-01-15', percent: 40, state: 'confirmed' }, { from: '2027-01-18', to: null, percent: 60, state: 'requested' }],
      },
      '2027-01',
    );
    expect(printed('second')).toEqual(worked(sam, true));
  });
});
