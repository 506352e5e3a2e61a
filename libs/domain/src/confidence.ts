import type { Confidence } from '@followthrough/contracts';

/**
 * What each level of confidence means, shown beside the choice. Based on the three levels of delivery confidence that the
 * Infrastructure and Projects Authority (now NISTA) publishes in its annual reports, in our own words. It is a judgement
 * of one person on one day, not a calculation.
 */
export interface ConfidenceMeans {
  readonly label: string;
  readonly delivery: string;
  readonly outcome: string;
}

export const confidenceMeans: Readonly<Record<Confidence, ConfidenceMeans>> = {
  high: { label: 'High', delivery: 'It will very likely be done on time and in full; nothing open threatens that', outcome: 'It will very likely bring the difference that it is for' },
  medium: { label: 'Medium', delivery: 'It can be done, but there are real problems now; they can be solved if somebody sees to them soon', outcome: 'It can bring that difference, but something has to change in how it is done' },
  low: { label: 'Low', delivery: 'It does not look as if it can be done as agreed; scope, date or means would have to change', outcome: 'It will probably be done without bringing the difference that it is for' },
};
