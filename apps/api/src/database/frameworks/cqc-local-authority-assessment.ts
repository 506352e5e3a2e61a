import type { ShippedFramework } from './framework';

const RATINGS = 'https://www.cqc.org.uk/guidance-regulation/local-authorities/how-we-determine-ratings';

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
        bands: [
          { from: 25, to: 38, word: 'Inadequate', counts: null },
          { from: 39, to: 62, word: 'Requires improvement', counts: null },
          { from: 63, to: 87, word: 'Good', counts: null },
          { from: 88, to: 100, word: 'Outstanding', counts: null },
        ],
      },
      {
        code: 'evidence-categories',
        title: 'Earlier: one score for each evidence category, as a whole per cent, turned back into the score of its quality statement',
        source: `${RATINGS} (earlier version of the page)`,
        bands: [
          { from: 25, to: 38, word: 'Significant shortfalls', counts: 1 },
          { from: 39, to: 62, word: 'Some shortfalls', counts: 2 },
          { from: 63, to: 87, word: 'Good standard', counts: 3 },
          { from: 88, to: 100, word: 'Exceptional standard', counts: 4 },
        ],
      },
    ],
  },
  domains: [
    { title: 'Working with people', criteria: ['Assessing needs', 'Supporting people to live healthier lives', 'Equity in experience and outcomes'] },
    { title: 'Providing support', criteria: ['Care provision, integration and continuity', 'Partnerships and communities'] },
    { title: 'Ensuring safety within the system', criteria: ['Safe systems, pathways and transitions', 'Safeguarding'] },
    { title: 'Leadership', criteria: ['Governance, management and sustainability', 'Learning, improvement and innovation'] },
  ],
};
