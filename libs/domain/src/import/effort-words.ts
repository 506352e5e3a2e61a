import { MOST_MINUTES } from '@followthrough/contracts';
import { daysBetween, monthsAfter } from '../calendar';
import { FULL_TIME_DAY } from '../supply';
import { isWorkingDay } from '../working-days';
import { sameText } from './grid';

/** A line of effort holds no more. */
const MOST_DAYS = MOST_MINUTES / FULL_TIME_DAY;

/** The ends of a range as a line of effort keeps them; null where there is one figure, or it is more than a line holds. */
export const rangeOf = ({ low, high }: Pick<SaidEffort, 'low' | 'high'>): SaidRange | null => (low !== null && high !== null && low < high && high <= MOST_DAYS ? { low, high } : null);

/** In days. */
export interface SaidRange {
  readonly low: number;
  readonly high: number;
}

/** What a cell says of effort. Days have one decimal place; a range has its middle as what is likely. */
export interface SaidEffort {
  /** Null: it says none, or none that could be understood. */
  readonly days: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How it was read, where that is more than reading a figure: a sentence. */
  readonly how: string | null;
  /** Why it was not understood: a sentence; null where it was, or where it says nothing of effort at all. */
  readonly doubt: string | null;
}

export interface WorkDates {
  readonly startOn: string | null;
  readonly dueOn: string | null;
}

const NUMBERS: Readonly<Record<string, string>> = { half: '0.5', 'half a': '0.5', 'a half': '0.5', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', twelve: '12' };
const FRACTIONS: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };
const NUMBER = String.raw`\d{1,5}(?:\.\d{1,3})?`;
const FIGURE = String.raw`(?:about |around |approx(?:\.|imately)? |circa |c\.? ?|up to |~ ?)?(?<low>${NUMBER})(?: ?(?:-|–|—|to|or) ?(?<high>${NUMBER}))?`;
const PER = String.raw`(?: ?(?:/|\ba\b|\bper\b|\beach\b|\bevery\b|\bp\.?) ?)`;
const TOTAL = new RegExp(String.raw`^${FIGURE} ?(?:person[ -]?|working |work |staff )?(?<unit>days?|d|hours?|hrs?|weeks?)(?: (?:of .{1,60}|in total|total|each way))?$`);
const PERSON_WEEKS = /person[ -]?weeks?/;
const RATE = new RegExp(String.raw`^${FIGURE} ?(?:person[ -]?|working )?(?<unit>days?|d|hours?|hrs?)${PER}(?<span>day|week|wk|fortnight|month|quarter|year|annum)(?: .{0,60})?$`);
const POST = new RegExp(String.raw`^${FIGURE} ?(?:x ?)?(?:fte|wte|whole[ -]time equivalents?|full[ -]time equivalents?)s?(?:(?: |\b).{0,60})?$`);
const MONEY = /^(?:about |up to |circa |c\.? ?)?(?:£ ?[\d.,]+ ?(?:k|m|bn|million|thousand)?|[\d.,]+ ?(?:k|m) ?(?:pounds)?)(?: .{0,60})?$/;
/** A longer text without a figure is prose about resources, not a figure that was not understood. */
const PROSE = 80;

/**
 * Reads "60 days", "£420k; 60 days", "5-10 days", "3 hours a week", "2 days a month", "0.8 FTE": a figure over time counts from
 * the start to the due date. Money is no effort. Two figures in one cell are nobody's to add up.
 * @param isBare a number alone is days: so it is in a column of days
 */
export function readEffort(text: string, dates: WorkDates, isBare = false): SaidEffort {
  const parts = plain(text).split(/[;\n]| \+ |,(?!\d)/).map((part) => part.trim()).filter((part) => part !== '' && !MONEY.test(part));
  const found = parts.flatMap((part) => part.split(/ and (?=\d)/)).map((part) => readPart(part, dates, isBare));
  const figures = found.filter((one) => one.days !== null || one.doubt !== null);
  if (figures.length > 1) return no('It gives several figures: say the one that counts.');
  if (figures[0]) return figures[0];
  return parts.length > 0 && (isBare || text.length <= PROSE) ? no('It says no number of days that could be understood, so the effort stays unknown.') : NOTHING;
}

const NOTHING: SaidEffort = { days: null, low: null, high: null, how: null, doubt: null };
const no = (doubt: string): SaidEffort => ({ ...NOTHING, doubt });

const plain = (text: string): string =>
  text.replace(/(\d?) ?([½¼¾])/g, (_, whole: string, part: string) => `${whole || '0'}${FRACTIONS[part] ?? ''}`).split('\n').map(sameText).join('\n').replace(/(\d),(?=\d{3}\b)/g, '$1').replace(/\b(half a|a half|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= ?-? ?(?:an? )?(?:days?|hours?|fte|wte|person|to\b|or\b))/g, (word) => NUMBERS[word] ?? word).replace(/(\d) (?:an? )(?=days?|hours?)/g, '$1 ');

function readPart(part: string, dates: WorkDates, isBare: boolean): SaidEffort {
  const bare = isBare ? new RegExp(`^${FIGURE}$`).exec(part) : null;
  if (bare) return ranged(bare, 1, null);
  const weeks = PERSON_WEEKS.test(part) ? TOTAL.exec(part.replace(PERSON_WEEKS, 'weeks')) : null;
  if (weeks) return ranged(weeks, 5, (days) => `${part} of five days: ${days}.`);
  const total = TOTAL.exec(part);
  const unit = total?.groups?.['unit'] ?? '';
  if (total && unit.startsWith('w')) return no('Weeks can be a duration or work: say how many days of work.');
  if (total) return ranged(total, /^h/.test(unit) ? 60 / FULL_TIME_DAY : 1, /^h/.test(unit) ? (days) => `${part} are ${days} of seven and a half hours.` : null);
  const rate = RATE.exec(part);
  const post = rate ? null : POST.exec(part);
  const said = rate ?? post;
  if (!said) return NOTHING;
  const { startOn, dueOn } = dates;
  if (startOn === null || dueOn === null) return no(`“${shown(part)}” is so much over time: it becomes days once the action has a start and a due date.`);
  if (startOn > dueOn || daysBetween(startOn, dueOn) > 3_660) return no(`“${shown(part)}” is so much over time, and the dates do not say how long.`);
  if (post) {
    const worked = workingDays(startOn, dueOn);
    return ranged(post, worked, (days) => `${shown(part)} over the ${worked} working days from start to due date: ${days}.`);
  }
  const { unit: what = '', span = '' } = rate?.groups ?? {};
  const { times, says } = spans(span, startOn, dueOn);
  return ranged(said, times * (/^h/.test(what) ? 60 / FULL_TIME_DAY : 1), (days) => `${shown(part)} for the ${says} from start to due date: ${days}.`);
}

const shown = (part: string): string => part.replace(/\b[fw]te\b/g, (word) => word.toUpperCase());

/** The figure, or the two, so many times over. */
function ranged(found: RegExpExecArray, times: number, how: ((days: string) => string) | null): SaidEffort {
  const tenth = (days: number): number => Math.round(days * 10) / 10;
  const first = Number(found.groups?.['low']);
  const last = Number(found.groups?.['high'] ?? first);
  if (last < first) return no('The range is the wrong way round.');
  const [low, high] = [tenth(first * times), tenth(last * times)];
  const days = tenth(((first + last) / 2) * times);
  if (high > 99_999) return no('That is more days than anybody can mean.');
  const says = `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`;
  const middle = low === high ? null : `Between ${low.toLocaleString('en-GB')} and ${high.toLocaleString('en-GB')} days: the middle, ${says}, is taken as likely${high <= MOST_DAYS ? ', and both ends are kept as a line of effort' : ''}.`;
  return { days, low, high, how: [how?.(says), middle].filter(Boolean).join(' ') || null, doubt: null };
}

function workingDays(from: string, to: string): number {
  let count = 0;
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) if (isWorkingDay(new Date(at).toISOString().slice(0, 10))) count += 1;
  return count;
}

/** How often a week, a month or a year goes into the work, both ends counted. */
function spans(span: string, from: string, to: string): { readonly times: number; readonly says: string } {
  const round = (times: number): string => (Math.round(times * 10) / 10).toLocaleString('en-GB');
  const weeks = (daysBetween(from, to) + 1) / 7;
  if (span === 'day') return { times: workingDays(from, to), says: `${workingDays(from, to)} working days` };
  if (span === 'week' || span === 'wk') return { times: weeks, says: `${round(weeks)} weeks` };
  if (span === 'fortnight') return { times: weeks / 2, says: `${round(weeks / 2)} fortnights` };
  const months = monthsOf(from, to);
  if (span === 'month') return { times: months, says: `${round(months)} months` };
  if (span === 'quarter') return { times: months / 3, says: `${round(months / 3)} quarters` };
  return { times: months / 12, says: `${round(months / 12)} years` };
}

/** Months from a day to another: whole ones, and the part of the last. 1 April to 31 March are twelve. */
function monthsOf(from: string, to: string): number {
  let whole = 0;
  while (daysBetween(monthsAfter(from, whole + 1), to) + 1 >= 0) whole += 1;
  const rest = daysBetween(monthsAfter(from, whole), to) + 1;
  return whole + rest / daysBetween(monthsAfter(from, whole), monthsAfter(from, whole + 1));
}
