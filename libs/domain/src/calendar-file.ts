import { dayAfter } from './calendar';

export interface CalendarEvent {
  /** REQUEST asks somebody to come, CANCEL takes that back, PUBLISH is for whoever wants it in a calendar. */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** The same for every version of one event, so that a later one replaces an earlier. */
  readonly uid: string;
  /** The number of the version; calendars take the highest. */
  readonly sequence: number;
  /** When this was written. */
  readonly stamp: Date;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM` in London; null for the whole day. */
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly title: string;
  readonly place: string | null;
  readonly about: string;
  readonly url: string;
  readonly organiser: Party;
  readonly guest: Party | null;
}

interface Party {
  readonly name: string;
  readonly email: string;
}

/** An event as RFC 5545 and RFC 5546 have it: moments in UTC, so that no time zone needs describing, lines of at most 75 octets. */
export function calendarFile(event: CalendarEvent): string {
  const { method, guest, organiser } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Followthrough//Summits//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stamp)}`,
    ...when(event),
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    `DESCRIPTION:${escaped(event.about)}`,
    `URL:${event.url}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(method === 'PUBLISH' ? [] : [`ORGANIZER;CN=${quoted(organiser.name)}:mailto:${organiser.email}`]),
    // Answers are given on the summit's page, so that everybody sees them.
    ...(guest ? [`ATTENDEE;CN=${quoted(guest.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${guest.email}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function when({ day, startsAt, minutes }: CalendarEvent): readonly string[] {
  if (!startsAt) return [`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${dayAfter(day, 1).replaceAll('-', '')}`];
  const start = londonMoment(day, startsAt);
  // Without an agenda nobody knows how long; calendars need to.
  return [`DTSTART:${utc(start)}`, `DTEND:${utc(new Date(start.getTime() + (minutes || 60) * 60_000))}`];
}

const LONDON = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The moment at which London's clocks show a time on a day. In the hour that spring leaves out, the time an hour later. */
export function londonMoment(day: string, time: string): Date {
  const winter = new Date(`${day}T${time}:00Z`);
  const summer = new Date(winter.getTime() - 3_600_000);
  return LONDON.format(summer) === time ? summer : winter;
}

const utc = (at: Date): string => at.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

/** Backslash, semicolon, comma and line ends mean something in a value. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (one) => `\\${one}`).replace(/\r\n?|\n/g, '\\n');

/** A parameter's value: quotes cannot be in it at all. */
const quoted = (text: string): string => `"${text.replace(/["\r\n]/g, ' ').trim()}"`;

/** At most 75 octets a line; what goes on begins with a space. No character is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const one of line) {
    const size = octetsOf(one);
    if (octets + size > 75) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += one;
    octets += size;
  }
  return [...lines, now].join('\r\n');
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}
