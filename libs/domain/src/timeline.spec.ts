import { timelineOf } from './timeline';

describe('the day of a summit', () => {
  const day = { openedAt: '2026-05-12T08:30:00Z', closedAt: '2026-05-12T12:00:00Z', publishedAt: null, agenda: [{ title: 'Why people wait', begunAt: '2026-05-12T08:45:00Z' }, { title: 'Left out', begunAt: null }], outcomes: [{ text: 'One number to ring', capturedAt: '2026-05-12T09:10:00Z' }, { text: 'Written later', capturedAt: '2026-05-14T09:00:00Z' }] };

  it('goes in order, with what was captured on it and nothing that was not begun', () => {
    expect(timelineOf(day).map((step) => step.says)).toEqual(['The summit opened', 'Why people wait', 'Agreed: One number to ring', 'The summit closed']);
    expect(timelineOf({ ...day, publishedAt: '2026-05-15T09:00:00Z' }).at(-1)?.says).toBe('The record was published');
  });

  it('is nobody’s to tell when the summit was never open', () => {
    expect(timelineOf({ ...day, openedAt: null })).toEqual([]);
  });
});
