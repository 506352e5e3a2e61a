import type { ImportStatus, ImportStep, NameSettled, Settled } from '@followthrough/contracts';

/**
 * What a lead would choose for database/demo/northmoor-action-plan.xlsx. Northmoor's demo is made with these through the
 * importer itself, in four calls: `upload` the file, `choose` these, `apply`, and `one` to see the result.
 */
export const NORTHMOOR_FILE = 'northmoor-action-plan.xlsx';

const WORDS: readonly (readonly [string, ImportStatus])[] = [
  ['B', 'complete'], ['Blue', 'complete'], ['Delivered', 'complete'], ['Complete', 'complete'],
  ['G', 'on_track'], ['Green', 'on_track'],
  ['A', 'at_risk'], ['Amber', 'at_risk'],
  ['R', 'off_track'], ['Red', 'off_track'], ['Amber/Red', 'off_track'],
];

const PARTNERS: readonly Omit<NameSettled, 'id'>[] = [
  { value: 'Northmoor Council', choice: 'create', kind: 'council' },
  { value: 'Northmoor ICB place team', choice: 'create', kind: 'icb' },
  { value: 'ICB', choice: 'create', kind: 'icb' },
  { value: 'Moor Valley NHS FT', choice: 'create', kind: 'nhs_trust' },
  { value: 'Northmoor Care Association', choice: 'create', kind: 'care_provider' },
  { value: 'Healthwatch', choice: 'create', kind: 'healthwatch' },
  { value: 'GP Federation', choice: 'create', kind: 'primary_care' },
  { value: 'Northmoor Community Health CIC', choice: 'create', kind: 'community_health' },
  { value: 'Moor Fire and Rescue', choice: 'create', kind: 'fire_police' },
  ...['All partners', 'All'].map((value) => ({ value, choice: 'everyone' as const, kind: null })),
];

const LEADS = [
  'Director of Adult Social Care', 'Chair of Communications Group', 'Assistant Chief Executive', 'Deputy Chief Operating Officer', 'Head of Integrated Discharge', 'Therapy Lead', 'Commissioning Manager (Adults)', 'Joint Director of People (vacant)', 'Skills Lead',
  'Market Development Manager', 'Head of Commissioning', 'Healthwatch Northmoor manager', 'Carers Lead', 'Customer Services Manager', 'Chief Digital Officer', 'IG Manager', 'Director of Community Services', 'Community Safety Manager',
];

const settled = (row: number, what: Settled['what'], answer: string | null, more: Partial<Settled> = {}): Settled => ({ row, part: null, what, field: null, answer, ...more });

export const NORTHMOOR_CHOICES: Omit<ImportStep, 'version'> = {
  planTitle: 'Local system review action plan',
  reviewTitle: 'CQC local system review',
  statuses: WORDS.map(([value, status]) => ({ value, status })),
  people: LEADS.map((value) => ({ value, choice: 'create', id: null, kind: null })),
  organisations: PARTNERS.map((one) => ({ ...one, id: null })),
  useContacts: true,
  settled: [
    settled(14, 'split', 'split'),
    settled(14, 'date', '2026-12-31', { part: 0, field: 'dueOn' }),
    settled(14, 'date', '2027-03-31', { part: 1, field: 'dueOn' }),
    settled(22, 'date', '2026-12-31', { field: 'dueOn' }),
    settled(29, 'ref', '6.1b', { field: 'ref' }),
  ],
};
