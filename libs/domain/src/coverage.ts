/**
 * How much is known: said beside every figure of capacity, or a plan that nobody has estimated would look as if it fitted.
 */
export interface Coverage {
  /** Actions, and of them those with an estimate. */
  readonly open: number;
  readonly estimated: number;
  /** Whole per cent of the open ones, half up, but 100 only where all are and 0 only where none is; null where none is open. */
  readonly percent: number | null;
  /** Nobody is down for them, confirmed or asked for. */
  readonly nobody: number;
  readonly undated: number;
}

export const coverageOf = (counts: Omit<Coverage, 'percent'>): Coverage => ({ ...counts, percent: shareOf(counts.estimated, counts.open) });

/** `62 % of 29 open actions have an estimate; 9 have nobody`. */
export function coverageSays({ open, percent, nobody, undated }: Coverage): string {
  if (percent === null) return 'No action is open';
  const whose = `${percent} % of ${open} open ${open === 1 ? 'action' : 'actions'} ${open === 1 ? 'has' : 'have'} an estimate`;
  const without = (many: number, what: string): string[] => (many > 0 ? [`${many} ${many === 1 ? 'has' : 'have'} no${what}`] : []);
  return [whose, ...without(nobody, 'body'), ...without(undated, ' date')].join('; ');
}

function shareOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const percent = Math.floor((200 * part + whole) / (2 * whole));
  return part === whole ? 100 : part === 0 ? 0 : Math.min(99, Math.max(1, percent));
}
