import { calendarFile, lengthInWords } from '@followthrough/domain';
import type { Letter } from '../mail/letter';

/** Somebody to tell of a summit, and how it now is. */
export interface ToTell {
  readonly id: string;
  readonly email: string | null;
  readonly name: string;
  readonly sequence: number;
  /** They were told before, and it has changed. */
  readonly again: boolean;
  readonly title: string;
  readonly day: string;
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly place: string | null;
  readonly purpose: string | null;
  readonly locality: string;
}

interface From {
  readonly url: string;
  readonly uid: string;
  /** `Name <address>`, as mail leaves here. */
  readonly from: string;
}

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** Asks somebody to a summit, tells them of a change, or takes it back; with a calendar file that does the same. */
export function summitLetter(method: 'REQUEST' | 'CANCEL', one: ToTell, from: From): Letter {
  const isGone = method === 'CANCEL';
  const says = isGone ? 'You are no longer asked to' : one.again ? 'This has changed:' : 'You are asked to';
  return {
    to: one.email ?? '',
    subject: `${isGone ? 'Cancelled: ' : one.again ? 'Changed: ' : ''}${one.title}, ${one.locality}`.slice(0, 200),
    paragraphs: [`Hello ${one.name}`, `${says} “${one.title}” in ${one.locality}.`, when(one), ...(one.purpose && !isGone ? [one.purpose] : []), ...(isGone ? [] : ['Agenda, papers, and where you say whether you come:', from.url])],
    calendar: { method, content: calendarFile({ ...event(one, from), method, sequence: one.sequence, guest: { name: one.name, email: one.email ?? '' } }) },
  };
}

/** For whoever wants the summit in a calendar of their own. */
export const publishedEvent = (one: Omit<ToTell, 'id'>, from: From): string => calendarFile({ ...event(one, from), method: 'PUBLISH', sequence: one.sequence, guest: null });

function event(one: Omit<ToTell, 'id'>, { url, uid, from }: From) {
  const [, name = 'Followthrough', email = from] = /^(.*?)\s*<(.+)>$/.exec(from) ?? [];
  return { uid, stamp: new Date(), day: one.day, startsAt: one.startsAt, minutes: one.minutes, title: `${one.title}, ${one.locality}`, place: one.place, about: [one.purpose, `Agenda and papers: ${url}`].filter(Boolean).join('\n\n'), url, organiser: { name, email } };
}

function when({ day, startsAt, minutes, place }: Omit<ToTell, 'id'>): string {
  const time = startsAt ? `, ${startsAt}${minutes > 0 ? ` (${lengthInWords(minutes)})` : ''}` : '';
  return `${DAY.format(new Date(`${day}T00:00:00Z`))}${time}${place ? `\n${place}` : ''}`;
}
