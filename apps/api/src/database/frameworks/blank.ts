import type { ShippedFramework } from './framework';

/** For a review of any other kind: findings need no criteria. */
export const blank: ShippedFramework = {
  code: 'blank',
  edition: '1',
  title: 'Blank framework',
  publisher: 'This locality',
  provenance: 'own',
  source: null,
  scoring: null,
  domains: [],
};
