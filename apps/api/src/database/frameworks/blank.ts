import { OUR_SUGGESTION, type ShippedFramework } from './framework';

/** For a review of any other kind: findings need no criteria. */
export const blank: ShippedFramework = {
  code: 'blank',
  edition: '1',
  title: 'Blank framework',
  publisher: 'This locality',
  provenance: 'own',
  source: null,
  scoring: null,
  clock: [
    { code: 'summit', title: 'Summit', after: 'report', months: 1, latestMonths: null, source: OUR_SUGGESTION },
    { code: 'plan', title: 'Plan agreed', after: 'summit', months: 1, latestMonths: null, source: OUR_SUGGESTION },
    { code: 'follow-up', title: 'Follow-up', after: 'report', months: 12, latestMonths: null, source: OUR_SUGGESTION },
  ],
  domains: [],
};
