import type { Leave, OurPeople, PersonSupply, ProductiveTimeShown, Release, SuppliedPerson, SupplyMonthItem, WorkingPattern } from '@followthrough/contracts';
import { equivalents, type KnownGiver, patternOn, releasedOn, supplyMonths } from '@followthrough/domain';

type Figures = Pick<PersonSupply, 'expectedOn' | 'fundedUntil'> & { readonly patterns: readonly WorkingPattern[]; readonly leave: readonly Leave[]; readonly releases: readonly Release[] };

/** Somebody's figures as the domain counts with them. */
function giverOf({ patterns, leave, releases, expectedOn, fundedUntil }: Figures): KnownGiver {
  return {
    patterns: patterns.map(({ fromOn, toOn, minutes, fullTimeMinutes }) => ({ from: fromOn, to: toOn, minutes, fullTimeMinutes })),
    leave: leave.map(({ fromOn, toOn, part }) => ({ from: fromOn, to: toOn, part })),
    releases: releases.map(({ fromOn, toOn, percent, state }) => ({ from: fromOn, to: toOn, percent, state })),
    expectedOn,
    fundedUntil,
  };
}

const monthsOf = (figures: Figures, time: ProductiveTimeShown, today: string, count: number): SupplyMonthItem[] => [...supplyMonths(giverOf(figures), time, today.slice(0, 7), count)];

/** The screen of one person: the statement's JSON text with a year of months, where they are shown. */
export function withMonths(text: string): string {
  const said = JSON.parse(text) as Omit<PersonSupply, 'months'>;
  return JSON.stringify({ ...said, months: said.isShown ? monthsOf(said, said.time, said.today, 12) : [] } satisfies PersonSupply);
}

/** The people of one organisation with half a year of months. */
export function oursWithMonths(text: string): string {
  const { today, time, organisationName, all, people } = JSON.parse(text) as { readonly today: string; readonly time: ProductiveTimeShown; readonly organisationName: string | null; readonly all: number; readonly people: readonly (SuppliedPerson & Figures)[] };
  const items = people.map((one) => {
    const { fundedUntil: _funded, patterns, leave: _leave, releases, ...person } = one;
    const giver = giverOf(one);
    const pattern = patternOn(giver.patterns, today) ?? giver.patterns.find(({ from }) => from > today);
    return {
      ...person,
      percent: releasedOn(giver.releases, today, ['confirmed']),
      waiting: releases.filter(({ state }) => state === 'requested').length,
      equivalents: pattern && patterns.length > 0 ? equivalents(pattern.minutes, pattern.fullTimeMinutes) : null,
      months: monthsOf(one, time, today, 6),
    };
  });
  return JSON.stringify({ organisationName, items, more: all - items.length } satisfies OurPeople);
}
