const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day in London at a moment, `YYYY-MM-DD`. Plans run on London days, whatever zone the machine keeps. */
export const londonDay = (now: Date): string => LONDON.format(now);

/** The day `days` after another (before it when negative); days have no zone and no hours. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
