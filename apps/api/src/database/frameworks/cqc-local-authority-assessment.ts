import { OUR_SUGGESTION, type ShippedFramework } from './framework';

const RATINGS = 'https://www.cqc.org.uk/guidance-regulation/local-authorities/how-we-determine-ratings';

const BANDS = [
  { from: 25, to: 38, word: 'Inadequate' },
  { from: 39, to: 62, word: 'Requires improvement' },
  { from: 63, to: 87, word: 'Good' },
  { from: 88, to: 100, word: 'Outstanding' },
];

/** Part 1 of the Care Act 2014: four themes, nine quality statements, each scored 1 to 4. Both published methods are kept. */
export const cqcLocalAuthorityAssessment: ShippedFramework = {
  code: 'cqc-local-authority-assessment',
  edition: '2023',
  title: 'Local authority assessment',
  publisher: 'Care Quality Commission',
  provenance: 'published',
  source: 'https://www.cqc.org.uk/guidance-regulation/local-authorities/assessment-framework',
  scoring: {
    levels: [
      { score: 1, says: 'Evidence shows significant shortfalls' },
      { score: 2, says: 'Evidence shows some shortfalls' },
      { score: 3, says: 'Evidence shows a good standard' },
      { score: 4, says: 'Evidence shows an exceptional standard' },
    ],
    methods: [
      {
        code: 'statements',
        title: 'Current: one score for each quality statement, added up as a whole per cent of the most there could be',
        source: RATINGS,
        parts: [],
        partBands: [],
        bands: BANDS,
      },
      {
        code: 'evidence-categories',
        title: 'Earlier: one score for each evidence category, as a whole per cent, turned back into the score of its quality statement',
        source: `${RATINGS} (earlier version of the page)`,
        // Of the six categories, observation was not used for local authorities, and outcomes not at first.
        parts: ['People’s experience', 'Feedback from staff and leaders', 'Feedback from partners', 'Processes'],
        partBands: BANDS.map(({ from, to }, at) => ({ from, to, counts: at + 1 })),
        bands: BANDS,
      },
    ],
  },
  clock: [
    { code: 'summit', title: 'Summit', after: 'report', months: 1, latestMonths: null, source: OUR_SUGGESTION },
    { code: 'plan', title: 'Plan agreed', after: 'summit', months: 1, latestMonths: null, source: OUR_SUGGESTION },
    { code: 'follow-up', title: 'Look back at progress', after: 'report', months: 12, latestMonths: null, source: OUR_SUGGESTION },
  ],
  domains: [
    { title: 'Working with people', criteria: ['Assessing needs', 'Supporting people to live healthier lives', 'Equity in experience and outcomes'] },
    { title: 'Providing support', criteria: ['Care provision, integration and continuity', 'Partnerships and communities'] },
    { title: 'Ensuring safety within the system', criteria: ['Safe systems, pathways and transitions', 'Safeguarding'] },
    { title: 'Leadership', criteria: ['Governance, management and sustainability', 'Learning, improvement and innovation'] },
  ],
};
