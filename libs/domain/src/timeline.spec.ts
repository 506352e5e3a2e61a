import fc from 'fast-check';
import { timelineOf } from './timeline';

const moment = fc.integer({ min: Date.parse('2026-05-12T06:00:00Z'), max: Date.parse('2026-05-12T16:00:00Z') }).map((at) => new Date(at).toISOString());

describe('the day of a summit', () => {
  const day = { openedAt: '2026-05-12T08:30:00Z', closedAt: '2026-05-12T12:00:00Z', publishedAt: null, agenda: [{ title: 'Why people wait', begunAt: '2026-05-12T08:45:00Z' }, { title: 'Left out', begunAt: null }], polls: [{ question: 'What first?', openedAt: '2026-05-12T09:20:00Z', closedAt: '2026-05-12T09:30:00Z' }, { question: 'Is it enough?', openedAt: '2026-05-12T11:50:00Z', closedAt: '2026-05-12T12:00:01Z' }, { question: 'Does it work?', openedAt: '2026-05-11T16:00:00Z', closedAt: '2026-05-11T16:01:00Z' }], outcomes: [{ text: 'One number to ring', capturedAt: '2026-05-12T09:10:00Z' }, { text: 'Written later', capturedAt: '2026-05-14T09:00:00Z' }] };

  it('goes in order, with what was captured on it and nothing that was not begun', () => {
    expect(timelineOf(day).map((step) => step.says)).toEqual(['The summit opened', 'Why people wait', 'Agreed: One number to ring', 'Poll opened: What first?', 'Poll closed: What first?', 'Poll opened: Is it enough?', 'Poll closed: Is it enough?', 'The summit closed']);
    expect(timelineOf({ ...day, publishedAt: '2026-05-15T09:00:00Z' }).at(-1)?.says).toBe('The record was published');
  });

  it('has the times of polls and of no vote, and nothing of what was tried before it opened', () => {
    const says = timelineOf(day).map((step) => step.says).join();
    expect(says).not.toContain('Does it work?');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), moment, fc.option(fc.nat(7_200_000))), { maxLength: 6 }), (made) => {
        const polls = made.map(([question, openedAt, lasts]) => ({ question, openedAt, closedAt: lasts === null ? null : new Date(Date.parse(openedAt) + lasts).toISOString() }));
        const steps = timelineOf({ ...day, polls });
        expect(steps.map(({ at }) => Date.parse(at))).toEqual(steps.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b));
        expect([steps[0]?.at, steps.at(-1)?.at].map((at) => Date.parse(at ?? ''))).toEqual([day.openedAt, day.closedAt].map((at) => Date.parse(at)));
        expect(steps.length).toBeLessThanOrEqual(4 + 2 * polls.length);
      }),
    );
  });

  it('is nobody’s to tell when the summit was never open', () => {
    expect(timelineOf({ ...day, openedAt: null })).toEqual([]);
  });
});
