import type { ShippedFramework } from './framework';

/** Peers from other councils review a whole council. No scores. The themes are restated and should be checked against the scope agreed. */
export const lgaCorporatePeerChallenge: ShippedFramework = {
  code: 'lga-corporate-peer-challenge',
  edition: '2023',
  title: 'Corporate peer challenge',
  publisher: 'Local Government Association',
  provenance: 'based_on',
  source: 'https://www.local.gov.uk/our-support/council-assurance-and-peer-challenge/peer-challenges-we-offer/corporate-peer-3',
  scoring: null,
  domains: [{ title: 'Core themes', criteria: ['Local priorities and outcomes', 'Organisational and place leadership', 'Governance and culture', 'Financial planning and management', 'Capacity for improvement'] }],
};
