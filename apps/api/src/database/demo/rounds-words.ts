import type { Stance } from '@followthrough/contracts';

interface Said {
  readonly symptom: string;
  readonly why: string;
  readonly cause: string;
  readonly stance?: Stance;
  readonly reason?: string;
}

interface Round {
  /** The first words of the finding's quotation. */
  readonly finding: string;
  /** So many days from today is the last for writing. */
  readonly closes: number;
  readonly isRevealed: boolean;
  /** Why a round before it was cancelled. */
  readonly cancelled?: string;
  /** Why one action did not wait for it. */
  readonly early?: string;
  /** The views of the first partners, in their order; null where one has not written. */
  readonly views: readonly (Said | null)[];
}

/** What partners of a locality that does not exist believe is wrong there. */
export const ROUNDS: readonly Round[] = [
  {
    finding: 'Referrals were passed back and forth',
    closes: 9,
    isRevealed: false,
    cancelled: 'It closed in the week of the school holidays, when half of the partners were away.',
    early: 'The telephone lines are joined in any case: the contract for them ends in March.',
    views: [
      { symptom: 'One referral in five comes back to us with a note that says “not ours”.', why: 'Teams protect their lists, because nobody has asked what all of the lists come to together.', cause: 'Each team wrote its threshold for itself, ours included.' },
      { symptom: 'Ward staff ring four teams before one of them says yes.', why: 'The forms ask for what each team wants to know, and no form asks what the person needs.', cause: 'There is no one way in.' },
      null,
      null,
    ],
  },
  {
    finding: 'Weekend discharges were few',
    closes: 20,
    isRevealed: true,
    views: [
      { symptom: 'On Fridays we are asked for six packages of care by five o’clock.', why: 'Brokerage is open from Monday to Friday, because the agencies’ offices are.', cause: 'We buy weekday hours, and then ask for weekends as a favour.', stance: 'agree' },
      { symptom: 'One person in eleven goes home on a Saturday or Sunday.', why: 'Wards do not plan for it, because nothing is open at the other end.', cause: 'Equipment, brokerage and reablement are bought for weekdays only.', stance: 'agree' },
      { symptom: 'Weekend beds cost us most and move least.', why: 'Each contract was let alone, by whoever held that budget.', cause: 'Nobody looks at the seven days together.', stance: 'partly', reason: 'Buying is half of it. Nobody on the ward may decide at a weekend, and no contract changes that.' },
      { symptom: 'Our therapists assess on Friday what they could have assessed on Saturday.', why: 'Their rota follows the equipment store, which is shut.', cause: 'The services that people go home to are bought for weekdays.' },
    ],
  },
];
