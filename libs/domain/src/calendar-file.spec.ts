import fc from 'fast-check';
import { calendarFile, type CalendarEvent, londonMoment } from './calendar-file';

const event: CalendarEvent = {
  method: 'REQUEST',
  uid: 'one@followthrough.example',
  sequence: 2,
  stamp: new Date('2026-04-01T10:20:30.456Z'),
  day: '2026-05-12',
  startsAt: '09:30',
  minutes: 135,
  title: 'Leaders’ summit, Northmoor',
  place: 'Town Hall, room 2; ask at the desk',
  about: 'Two lines\nand a back\\slash',
  url: 'https://followthrough.example/northmoor/summits/one',
  organiser: { name: 'Followthrough', email: 'no-reply@followthrough.example' },
  guest: { name: 'Morgan "Mo" Reed', email: 'mo@people.example' },
};
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('calendar files', () => {
  it('ask somebody to come, in UTC, with what means something escaped', () => {
    expect(unfolded(calendarFile(event))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Followthrough//Summits//EN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:one@followthrough.example',
      'SEQUENCE:2',
      'DTSTAMP:20260401T102030Z',
      'DTSTART:20260512T083000Z',
      'DTEND:20260512T104500Z',
      'SUMMARY:Leaders’ summit\\, Northmoor',
      'LOCATION:Town Hall\\, room 2\\; ask at the desk',
      'DESCRIPTION:Two lines\\nand a back\\\\slash',
      'URL:https://followthrough.example/northmoor/summits/one',
      'STATUS:CONFIRMED',
      'ORGANIZER;CN="Followthrough":mailto:no-reply@followthrough.example',
      'ATTENDEE;CN="Morgan  Mo  Reed";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:mo@people.example',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('cancel, and take the whole day where no time is known', () => {
    const lines = unfolded(calendarFile({ ...event, method: 'CANCEL', startsAt: null, place: null }));
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260512', 'DTEND;VALUE=DATE:20260513']));
    expect(lines.some((one) => one.startsWith('LOCATION'))).toBe(false);
  });

  it('follow London’s clocks over the year', () => {
    expect(londonMoment('2026-01-12', '09:30').toISOString()).toBe('2026-01-12T09:30:00.000Z');
    expect(londonMoment('2026-07-12', '00:10').toISOString()).toBe('2026-07-11T23:10:00.000Z');
    // The last Sunday of March has no half past one; the last of October has two, of which the first counts.
    expect(londonMoment('2026-03-29', '01:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(londonMoment('2026-10-25', '01:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(londonMoment('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T02:30:00.000Z');
  });

  it('never have a line over 75 octets, a character cut in two, or a line that text made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 60 }), (text, name) => {
        const file = calendarFile({ ...event, title: text.toWellFormed(), about: text.toWellFormed(), guest: { name: name.toWellFormed(), email: 'a@b.example' } });
        for (const line of file.split('\r\n')) expect(encodeURIComponent(line).replace(/%../g, '.').length).toBeLessThanOrEqual(75);
        expect(file.isWellFormed()).toBe(true);
        expect(unfolded(file).filter((one) => /^[A-Z]+[:;]/.test(one))).toHaveLength(19);
        expect(unfolded(file)).toHaveLength(20);
      }),
      { numRuns: 50 },
    );
  });
});
