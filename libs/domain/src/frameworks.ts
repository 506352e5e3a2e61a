import type { ClockRule, FieldRefusal, FrameworkDomain, Scoring } from '@followthrough/contracts';
import { checkClock } from './clock';
import { checkScoring } from './scoring';

/** What a framework asks, how it scores and what should follow must hold together before reviews can lean on it. */
export function checkFramework({ domains, scoring, clock }: { readonly domains?: readonly FrameworkDomain[] | null; readonly scoring?: Scoring | null; readonly clock?: readonly ClockRule[] | null }): readonly FieldRefusal[] {
  return [...checkOutline(domains ?? []), ...checkScoring(scoring), ...checkClock(clock ?? [])];
}

/** Domains differ, and so do the criteria of one domain. The same question under two domains is meant: a grid is made of such. */
export function checkOutline(domains: readonly FrameworkDomain[]): readonly FieldRefusal[] {
  const twice = (texts: readonly string[], field: (at: number) => string): FieldRefusal[] =>
    texts.flatMap((text, at) => (texts.findIndex((one) => one.toLowerCase() === text.toLowerCase()) < at ? [{ field: field(at), code: 'rule' as const, message: `“${text}” is there twice` }] : []));
  return [
    ...twice(domains.map((one) => one.title), (at) => `domains.${at}.title`),
    ...domains.flatMap((domain, at) => twice(domain.criteria, (nth) => `domains.${at}.criteria.${nth}`)),
  ];
}

/** Only published frameworks are reviewed with, and scored ones need something to score. */
export function checkPublication(framework: Parameters<typeof checkFramework>[0]): readonly FieldRefusal[] {
  const unscorable = framework.scoring && (framework.domains ?? []).every((one) => one.criteria.length === 0);
  return [...checkFramework(framework), ...(unscorable ? [{ field: 'domains', code: 'rule' as const, message: 'Scores are given to criteria: add one, or take the scoring out' }] : [])];
}

export interface Grid<C> {
  /** The questions that every row asks. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly domain: string; readonly cells: readonly C[] }[];
  /** Domains that ask something else. */
  readonly others: readonly { readonly domain: string; readonly criteria: readonly C[] }[];
}

/**
 * Criteria as people draw them: domains that ask the very same questions are the rows of a grid with a column a question
 * (a local system review: three pathway areas × safe, effective, caring, responsive); the others stand below it as lists.
 */
export function gridOf<C extends { readonly domain: string; readonly title: string }>(criteria: readonly C[]): Grid<C> {
  const domains = [...Map.groupBy(criteria, (one) => one.domain)].map(([domain, own]) => ({ domain, own, asks: JSON.stringify(own.map((one) => one.title)) }));
  const [widest] = [...Map.groupBy(domains, (one) => one.asks).values()].filter((alike) => alike.length > 1).sort((a, b) => b.length - a.length);
  const asks = widest?.[0]?.asks;
  return {
    columns: widest?.[0]?.own.map((one) => one.title) ?? [],
    rows: domains.filter((one) => one.asks === asks).map(({ domain, own }) => ({ domain, cells: own })),
    others: domains.filter((one) => one.asks !== asks).map(({ domain, own }) => ({ domain, criteria: own })),
  };
}

/** A short name for addresses and data, from a title: “Our own review” is `our-own-review`. Empty when nothing is left of it. */
export const slugOf = (title: string): string => title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 40);
