import type { ClockRule, Provenance, Scoring } from '@followthrough/contracts';

/** A framework as a new locality gets it. A changed one is a new edition: reviews go on pointing at the one they used. */
export interface ShippedFramework {
  readonly code: string;
  readonly edition: string;
  readonly title: string;
  readonly publisher: string;
  /** 'published': the publisher's own names. 'based_on': restated by us, wording not checked at the source. */
  readonly provenance: Provenance;
  readonly source: string | null;
  readonly scoring: Scoring | null;
  readonly clock: readonly ClockRule[];
  readonly domains: readonly { readonly title: string; readonly criteria: readonly string[] }[];
}

/** The source of a date that no publisher gives. */
export const OUR_SUGGESTION = 'Our suggestion; no publisher says it';
