import { OUR_SUGGESTION, type ShippedFramework } from './framework';

const questions = ['Is it safe?', 'Is it effective?', 'Is it caring?', 'Is it responsive?'] as const;

/** Reviews of how people over 65 move through a system. They gave no ratings, so there is no scoring. */
export const cqcLocalSystemReview: ShippedFramework = {
  code: 'cqc-local-system-review',
  edition: '2017–18',
  title: 'Local system review',
  publisher: 'Care Quality Commission',
  provenance: 'based_on',
  source: 'https://www.cqc.org.uk/news/releases/cqc-publishes-its-review-how-local-health-social-care-systems-work-together',
  scoring: null,
  clock: [
    { code: 'summit', title: 'Summit', after: 'report', months: 1, latestMonths: null, source: OUR_SUGGESTION },
    { code: 'plan', title: 'Plan submitted', after: 'summit', months: 1, latestMonths: null, source: 'SCIE, 2018: plans were submitted a month after the summits' },
    { code: 'follow-up', title: 'Regulator’s follow-up', after: 'report', months: 10, latestMonths: null, source: 'Restated: the first twelve reviews were followed up in autumn 2018, most less than a year after their reports' },
  ],
  domains: [
    { title: 'Maintaining the wellbeing of a person in their usual place of residence', criteria: questions },
    { title: 'Crisis management', criteria: questions },
    { title: 'Step down, return to the usual place of residence or admission to a new one', criteria: questions },
    {
      title: 'Well led, across the system',
      criteria: [
        'Strategy and vision, shared and co-produced',
        'Governance',
        'Workforce',
        'Commissioning and market shaping',
        'Information sharing and technology',
        'Use of resources, and assurance of it',
      ],
    },
  ],
};
