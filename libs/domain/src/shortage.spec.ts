import { saysOnlyShortage, type Shortage } from './shortage';

const ONLY: readonly (readonly [string, Shortage])[] = [
  ['Not enough staff', 'staff'],
  ['There are not enough staff.', 'staff'],
  ['Staff shortages', 'staff'],
  ['We are short-staffed', 'staff'],
  ['Understaffed', 'staff'],
  ['The team is under-staffed at weekends', 'staff'],
  ['Too few social workers', 'staff'],
  ['There aren’t enough nurses on the wards', 'staff'],
  ['Shortage of therapists', 'staff'],
  ['Vacancies', 'staff'],
  ['High vacancy levels in home care', 'staff'],
  ['Recruitment difficulties', 'staff'],
  ['We cannot recruit', 'staff'],
  ['Recruitment and retention problems', 'staff'],
  ['Workforce shortages across the system', 'staff'],
  ['No funding', 'money'],
  ['Lack of money', 'money'],
  ['Insufficient budget', 'money'],
  ['Funding cuts', 'money'],
  ['The service is underfunded', 'money'],
  ['There is no money for this', 'money'],
  ['We need more investment', 'money'],
  ['Financial pressures', 'money'],
  ['We can’t afford it', 'money'],
  ['Need more training', 'training'],
  ['Lack of training', 'training'],
  ['Staff need more training', 'training'],
  ['Staff have not been trained', 'training'],
  ['Insufficient skills in the team', 'training'],
  ['Not enough time', 'time'],
  ['Staff are too busy', 'time'],
  ['Everyone is overstretched', 'time'],
  ['Lack of capacity', 'capacity'],
  ['Lack of capacity in the community', 'capacity'],
  ['Limited resources', 'capacity'],
  ['There is insufficient capacity in reablement', 'capacity'],
  ['We are under-resourced', 'capacity'],
  ['Not enough beds', 'capacity'],
  ['Due to lack of staff', 'staff'],
  ['Because we do not have enough people', 'staff'],
];

const MORE: readonly string[] = [
  '',
  'Nobody owns the decision',
  'Rotas are set ward by ward, so nobody covers weekends',
  'Not enough staff because rotas are set by each ward',
  'The contract pays by the minute, so agencies cannot offer guaranteed hours',
  'Staff leave because travel time is not paid',
  'Training is planned by each organisation and nobody looks at who has missed it',
  'No process says who rings the family',
  'The budget is split between three teams that each protect their own share',
  'Staff do not know that the service is open',
  'Funding is agreed a year at a time, which means posts are short term',
  'People wait for a decision that nobody knew they had to make',
  'Records are kept in three systems that cannot see one another',
  'Thresholds were never written down',
  'Carers were not asked',
  'Money follows beds rather than the person, since the tariff has not been looked at',
  'We measure discharges before noon and nothing about weekends',
];

describe('a why', () => {
  it.each(ONLY)('“%s” says only that there is too little: %s', (text, kind) => {
    expect(saysOnlyShortage(text)).toBe(kind);
  });

  it.each(MORE)('“%s” says something more', (text) => {
    expect(saysOnlyShortage(text)).toBeNull();
  });
});
