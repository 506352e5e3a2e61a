import type { CommitmentSign, FieldRefusal, Verdict } from '@followthrough/contracts';

/**
 * Whether an organisation does what it promised: signs that can be counted, beside one another and never as one figure.
 * What is not known is said to be so; a promise that nobody made is not a broken one.
 */
export interface Promised {
  /** Something was promised, for now, for the months to come or for those that are over. */
  readonly hasPromise: boolean;
  /** Person-minutes promised from today to the end of the months looked at; null: none. */
  readonly promised: number | null;
  /** Of those, what is confirmed. */
  readonly confirmed: number;
  /** People who are released and of whom nobody has said when they work. */
  readonly unknownPeople: number;
  /** Promised for the months that are over, and what updates say was given since the first of them; null: none, no update says so. */
  readonly promisedSoFar: number | null;
  readonly given: number | null;
  /** Whole pence promised for now; null: no money was. */
  readonly money: number | null;
  readonly moneyConfirmed: number;
  /** Null: no promise holds today that could have one. */
  readonly hasSponsor: boolean | null;
  /** Of the last meetings of boards to which it was asked. */
  readonly meetings: number;
  readonly attended: number;
  /** Updates of its actions that were due in the last cycles, and those that came in time. */
  readonly updatesDue: number;
  readonly updatesInTime: number;
  /** Signs that fewer than three people make up, in the eyes of who may not see one person's figures. */
  readonly few: readonly CommitmentSign[];
}

export interface SignRead {
  readonly sign: CommitmentSign;
  readonly verdict: Verdict;
  /** `12 of 20 days`; null where there is none. */
  readonly figure: string | null;
  /** One sentence with the fact. */
  readonly says: string;
  /** Nothing was promised or due, so it speaks neither for nor against anybody. */
  readonly isIdle: boolean;
}

export interface Commitment {
  readonly verdict: Verdict;
  /** Of the sign that decides. */
  readonly reason: string;
  readonly signs: readonly SignRead[];
}

/** Where green and amber end, in whole per cent of what was promised or due. */
export interface CommitmentLines {
  readonly green: number;
  readonly amber: number;
}

export const usualCommitmentLines: CommitmentLines = { green: 90, amber: 60 };

/** What is wrong with lines to come. */
export function checkCommitmentLines({ green, amber }: CommitmentLines): readonly FieldRefusal[] {
  return amber <= green ? [] : [{ field: 'amber', code: 'rule', message: `“In part” begins at ${green} per cent or less, where “kept” begins` }];
}

/** A person-day of nobody in particular, in minutes: promises are made in these. */
const DAY = 450;
const days = (minutes: number): string => String(Math.round((10 * minutes) / DAY) / 10);
const pounds = (pence: number): string => (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });
const plural = (count: number, one: string, several = `${one}s`): string => (count === 1 ? one : several);

/** Each sign with its verdict, in their order. */
export function commitmentSigned(one: Promised, lines: CommitmentLines = usualCommitmentLines): readonly SignRead[] {
  return [confirmedSign(one, lines), givenSign(one, lines), moneySign(one, lines), sponsorSign(one), attendanceSign(one, lines), updatesSign(one, lines)].map((read) => (one.few.includes(read.sign) ? { ...hidden, sign: read.sign } : read));
}

/** Habits: they were not promised, so by themselves they make it no worse than kept in part. */
const HABITS: readonly CommitmentSign[] = ['attendance', 'updates'];

/** All signs with the worst of those that speak. Where nothing is promised nothing can be kept: not known, whatever the habits. */
export function commitmentOf(one: Promised, lines: CommitmentLines = usualCommitmentLines): Commitment {
  const signs = commitmentSigned(one, lines);
  if (!one.hasPromise) return { verdict: 'unknown', reason: 'No promise is recorded', signs };
  const speaking = signs.filter(({ isIdle }) => !isIdle).map(({ sign, verdict, says }) => ({ verdict: verdict === 'red' && HABITS.includes(sign) ? ('amber' as const) : verdict, says }));
  const { verdict, says } = worst(speaking) ?? { verdict: 'unknown' as const, says: 'What was promised is over' };
  return { verdict, reason: says, signs };
}

type Read = Omit<SignRead, 'sign'>;
/** What stands for a figure of fewer than three people. */
export const FEW_SAYS = 'Fewer than three people make this up, so it is not shown to you';
const hidden: Read = { verdict: 'unknown', figure: null, says: FEW_SAYS, isIdle: false };
const idle = (sign: CommitmentSign, says: string): SignRead => ({ sign, verdict: 'unknown', figure: null, says, isIdle: true });

function confirmedSign({ promised, confirmed, unknownPeople }: Promised, lines: CommitmentLines): SignRead {
  const sign = 'days_confirmed';
  if (!promised) return idle(sign, 'No days are promised for the months to come');
  const figure = `${days(confirmed)} of ${days(promised)} days`;
  const verdict = judged(confirmed, promised, lines);
  const says = `${days(confirmed)} of ${days(promised)} promised days are confirmed`;
  // Enough stays enough; whether it is too little nobody can say while some say nothing.
  if (verdict !== 'green' && unknownPeople > 0) return { sign, verdict: 'unknown', figure, says: `${says}, without ${unknownPeople} ${plural(unknownPeople, 'person', 'people')} whose working pattern is not known`, isIdle: false };
  return { sign, verdict, figure, says, isIdle: false };
}

function givenSign({ promisedSoFar, given }: Promised, lines: CommitmentLines): SignRead {
  const sign = 'days_given';
  if (!promisedSoFar) return idle(sign, 'No month for which days were promised is over');
  if (given === null) return { sign, verdict: 'unknown', figure: null, says: `No update says how many of ${days(promisedSoFar)} promised days were given`, isIdle: false };
  return { sign, verdict: judged(given, promisedSoFar, lines), figure: `${days(given)} of ${days(promisedSoFar)} days`, says: `${days(given)} of ${days(promisedSoFar)} days promised until now were given`, isIdle: false };
}

function moneySign({ money, moneyConfirmed }: Promised, lines: CommitmentLines): SignRead {
  if (!money) return idle('money', 'No money was promised');
  const figure = `${pounds(moneyConfirmed)} of ${pounds(money)}`;
  return { sign: 'money', verdict: judged(moneyConfirmed, money, lines), figure, says: `${figure} promised is confirmed`, isIdle: false };
}

function sponsorSign({ hasSponsor }: Promised): SignRead {
  if (hasSponsor === null) return idle('sponsor', 'No promise holds today that could have a sponsor');
  return { sign: 'sponsor', verdict: hasSponsor ? 'green' : 'red', figure: hasSponsor ? 'Named' : 'Nobody', says: hasSponsor ? 'A sponsor is named' : 'No sponsor is named', isIdle: false };
}

function attendanceSign({ meetings, attended }: Promised, lines: CommitmentLines): SignRead {
  if (meetings === 0) return idle('attendance', 'Nobody has recorded who came to its boards');
  return { sign: 'attendance', verdict: judged(attended, meetings, lines), figure: `${attended} of ${meetings}`, says: meetings === 1 ? `${attended === 1 ? 'Came' : 'Did not come'} to the last meeting of its boards` : `Came to ${attended} of the last ${meetings} meetings of its boards`, isIdle: false };
}

function updatesSign({ updatesDue, updatesInTime }: Promised, lines: CommitmentLines): SignRead {
  if (updatesDue === 0) return idle('updates', 'No update was due');
  return { sign: 'updates', verdict: judged(updatesInTime, updatesDue, lines), figure: `${updatesInTime} of ${updatesDue}`, says: `${updatesInTime} of ${updatesDue} ${plural(updatesDue, 'update')} came in time`, isIdle: false };
}

function judged(have: number, of: number, { green, amber }: CommitmentLines): Verdict {
  // In whole numbers, so that a line is met exactly.
  return 100 * have >= green * of ? 'green' : 100 * have >= amber * of ? 'amber' : 'red';
}

/** How bad: what is not known is worse than green and better than amber, because nothing is known against it. */
export const badness: Readonly<Record<Verdict, number>> = { green: 0, unknown: 1, amber: 2, red: 3 };

/** The worst of some, the first of equals; unknown is worse than green and better than amber. Nothing at all is unknown. */
export function worst<T extends { readonly verdict: Verdict }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>((worse, one) => (worse && badness[worse.verdict] >= badness[one.verdict] ? worse : one), undefined);
}
