interface Said {
  readonly text: string;
  /** The cause behind it. */
  readonly deeper?: CauseKey;
  /** Nobody does anything about it yet. */
  readonly unanswered?: true;
}

export type CauseKey = 'lead' | 'decision' | 'weekdays' | 'family' | 'contracts' | 'minutes' | 'leaving' | 'sharing' | 'records' | 'front';

/** Why things are as they are in a locality that does not exist. */
export const CAUSES: Readonly<Record<CauseKey, Said>> = {
  lead: { text: 'Partners never agreed who leads on a person’s way home', unanswered: true },
  decision: { text: 'Nobody holds the decision to go home outside weekday mornings', deeper: 'lead' },
  weekdays: { text: 'The services that people go home to are bought for weekdays only', deeper: 'lead' },
  family: { text: 'Telling the family is nobody’s step in going home', deeper: 'lead', unanswered: true },
  contracts: { text: 'Home care is bought a year at a time, apart from any plan for the people who give it', unanswered: true },
  minutes: { text: 'Home care is paid by the minute, so agencies cannot offer guaranteed hours', deeper: 'contracts' },
  leaving: { text: 'Nobody asks people why they leave, so the same things go wrong again', deeper: 'contracts' },
  sharing: { text: 'Each organisation was left to agree on its own what it may share' },
  records: { text: 'Records are kept where the other partners cannot see them', deeper: 'sharing' },
  front: { text: 'Thresholds were written by each team for itself, and never laid side by side' },
};

interface Why {
  readonly text: string;
  /** A page that it rests on, by its name. */
  readonly link?: string;
  readonly measure?: readonly [name: string, figure: string];
}

interface Diagnosed {
  /** The first words of the finding's quotation. */
  readonly finding: string;
  readonly symptom: string;
  readonly whys: readonly Why[];
  readonly causes: readonly CauseKey[];
  readonly root?: CauseKey;
  readonly agreedText?: string;
  readonly deepRooted?: true;
  /** So many days ago; left out where it is not agreed yet. */
  readonly agreed?: number;
}

export const NO_ACTION = 'Good local groups were known';
export const ONLY_QUICK_WINS = 'Families were told about going home';

export const DIAGNOSES: readonly Diagnosed[] = [
  {
    finding: 'People waited in hospital after they were well enough',
    symptom: 'On most days about forty people are well enough to go home and are still on a ward at five o’clock.',
    whys: [
      { text: 'The decision to go home waits for the ward round, which is on weekday mornings.', measure: ['Decisions made after noon', '11 %, September'] },
      { text: 'Each ward has its own rule for who else may decide, and most have nobody.', link: 'Audit of eleven wards' },
      { text: 'When partners set up the discharge team, nobody was given the decision; each thought that another had it.', link: 'Notes of the discharge team’s first meeting' },
    ],
    causes: ['decision'],
    root: 'decision',
    agreedText: 'People wait for a decision that no one holds. It is made by whoever is on the ward on a weekday morning; at other times each partner believes that another one has it.',
    deepRooted: true,
    agreed: 190,
  },
  {
    finding: 'Weekend discharges were few',
    symptom: 'One person in eleven goes home on a Saturday or Sunday, though as many are well enough as on other days.',
    whys: [
      { text: 'Wards do not plan for it, because nothing is open at the other end.', measure: ['Discharges on Saturday and Sunday', '17 % of all, September'] },
      { text: 'Equipment, brokerage and reablement are bought from Monday to Friday.' },
    ],
    causes: ['decision', 'weekdays'],
    root: 'weekdays',
    agreedText: 'What people go home to is bought for weekdays. Wards have learnt that, and no longer plan for the other two days.',
  },
  {
    finding: ONLY_QUICK_WINS,
    symptom: 'Two families in three heard on the day itself that somebody was coming home.',
    whys: [{ text: 'The discharge checklist has thirty-one steps. None of them is to ring the family.', link: 'The discharge checklist' }],
    causes: ['family'],
    deepRooted: true,
  },
  {
    finding: 'Home care was handed back at short notice',
    symptom: 'In a month, agencies hand back about thirty packages with less than two days’ notice.',
    whys: [
      { text: 'They cannot fill the rounds: carers go where hours are guaranteed.', measure: ['Packages of home care handed back', '12 in September'] },
      { text: 'Agencies guarantee no hours, because they are paid by the minute of each visit.' },
      { text: 'The contract is renewed every year for its price, and nobody who plans the workforce is asked.', link: 'Specification of the home care contract' },
    ],
    causes: ['minutes', 'contracts'],
    root: 'minutes',
    agreedText: 'Packages come back because carers leave for guaranteed hours, and our own contract makes it impossible to guarantee them.',
    deepRooted: true,
    agreed: 160,
  },
  {
    finding: 'A quarter of care posts were vacant',
    symptom: 'One post in four is empty, and the agency bill is the fastest growing in every partner’s books.',
    whys: [
      { text: 'People leave within a year of starting.', measure: ['Left within their first year', '38 %'] },
      { text: 'There are not enough staff, so those who stay are overstretched.' },
    ],
    causes: ['leaving'],
  },
  {
    finding: 'Staff could not see one another’s records',
    symptom: 'A community nurse rings on average three places before a first visit.',
    whys: [
      { text: 'What she needs is in three systems, and she may look into one.' },
      { text: 'The agreement that would let her was left to each organisation to write for itself.', link: 'Where the nine sharing agreements stand' },
    ],
    causes: ['records', 'sharing'],
    root: 'sharing',
    agreedText: 'It is not the computers. Each partner wrote rules of its own for what may be shared, and they do not fit together.',
    agreed: 75,
  },
  {
    finding: 'Referrals were passed back and forth',
    symptom: 'One referral in five comes back to whoever sent it.',
    whys: [{ text: 'Each team’s threshold was written for itself, and those who refer know none of them.' }],
    causes: ['front'],
  },
  { finding: 'Homes called an ambulance', symptom: 'Care homes ring for an ambulance about twice a night, mostly after falls without an injury.', whys: [{ text: 'Not enough staff at night.' }], causes: [] },
];
