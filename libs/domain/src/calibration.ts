/**
 * What work took beside what it was thought to take, so that an organisation can estimate better. It is shown and never
 * applied: no estimate is changed by it.
 */
export interface Finished {
  /** `YYYY-MM-DD` */
  readonly endedOn: string;
  /** Likely minutes. */
  readonly estimated: number;
  /** Minutes, by the updates. */
  readonly spent: number;
}

export interface Calibration {
  readonly actions: number;
  readonly estimated: number;
  readonly spent: number;
  /** Whole per cent of the estimate that was spent, half up. */
  readonly percent: number;
}

/** All of them together. What had no estimate teaches nothing and is left out; null: nothing is left. */
export function calibrationOf(finished: readonly Finished[]): Calibration | null {
  const known = finished.filter((one) => one.estimated > 0);
  if (known.length === 0) return null;
  const sum = (of: 'estimated' | 'spent'): number => known.reduce((minutes, one) => minutes + one[of], 0);
  const [estimated, spent] = [sum('estimated'), sum('spent')];
  return { actions: known.length, estimated, spent, percent: Math.floor((200 * spent + estimated) / (2 * estimated)) };
}

/** By the quarter of the calendar year in which the work ended, `2026 Q4`, oldest first. */
export function calibrationByQuarter(finished: readonly Finished[]): readonly (Calibration & { readonly quarter: string })[] {
  return [...Map.groupBy(finished, ({ endedOn }) => quarterOf(endedOn))]
    .flatMap(([quarter, all]) => {
      const read = calibrationOf(all);
      return read ? [{ quarter, ...read }] : [];
    })
    .sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
}

/** `Their work takes 1.4 × what they estimate (9 actions)`. */
export function calibrationSays({ percent, actions }: Calibration): string {
  return `Their work takes ${(Math.floor((percent + 5) / 10) / 10).toFixed(1)} × what they estimate (${actions} ${actions === 1 ? 'action' : 'actions'})`;
}

/** The quarter of the calendar year of a day, `2026 Q4`. */
export const quarterOf = (day: string): string => `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
