import type { ShippedFramework } from './framework';

const PEER_CLOCK = 'The association’s page on corporate peer challenge: report and plan within three months, the plan at the latest five; a progress review at about ten, published by twelve';

/** Peers from other councils review a whole council. No scores. The themes are restated and should be checked against the scope agreed. */
export const lgaCorporatePeerChallenge: ShippedFramework = {
  code: 'lga-corporate-peer-challenge',
  edition: '2023',
  title: 'Corporate peer challenge',
  publisher: 'Local Government Association',
  provenance: 'based_on',
  source: 'https://www.local.gov.uk/our-support/council-assurance-and-peer-challenge/peer-challenges-we-offer/corporate-peer-3',
  scoring: null,
  clock: [
    { code: 'plan', title: 'Report and plan published', after: 'fieldwork', months: 3, latestMonths: 5, source: PEER_CLOCK },
    { code: 'progress', title: 'Progress review', after: 'fieldwork', months: 10, latestMonths: null, source: PEER_CLOCK },
    { code: 'progress-published', title: 'Progress review published', after: 'fieldwork', months: 12, latestMonths: null, source: PEER_CLOCK },
  ],
  domains: [{ title: 'Core themes', criteria: ['Local priorities and outcomes', 'Organisational and place leadership', 'Governance and culture', 'Financial planning and management', 'Capacity for improvement'] }],
};
