/** A day of a week as it is entered: off, half or whole by the employer's person-day, or so many hours. */
export type DayPart = 'off' | 'half' | 'whole' | 'hours';

export interface TypedDay {
  readonly part: DayPart;
  /** What was typed, where it is hours. */
  readonly hours: string;
}

export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const short = (at: number): string => (dayNames[at] ?? '').slice(0, 3);

/** Weeks that many people work, to begin with. */
export const usualWeeks: readonly { readonly label: string; readonly days: number }[] = [
  { label: 'Mon to Fri', days: 5 },
  { label: 'Mon to Thu', days: 4 },
  { label: 'Mon to Wed', days: 3 },
  { label: 'No days', days: 0 },
];

/** “7:30”, “7.5”, “7 h 30” and “7” as minutes; NaN for what is none of these. */
export function readHours(text: string): number {
  const plain = text.trim().toLowerCase().replace(',', '.');
  const [, hours, minutes] = /^(\d{1,2})\s*(?:h|:)\s*(\d{1,2})?\s*m?$/.exec(plain) ?? [];
  if (hours !== undefined) return Number(minutes ?? 0) < 60 ? 60 * Number(hours) + Number(minutes ?? 0) : NaN;
  return /^\d*\.?\d+$/.test(plain) ? Math.round(60 * Number(plain)) : NaN;
}

/** 450 as “7 h 30”, 420 as “7 h”. */
export const sayHours = (minutes: number): string => `${Math.floor(minutes / 60).toLocaleString('en-GB')} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`;

const halfOf = (personDay: number): number => Math.round(personDay / 2);

export function typedDay(minutes: number, personDay: number): TypedDay {
  const part = minutes === 0 ? 'off' : minutes === personDay ? 'whole' : minutes === halfOf(personDay) ? 'half' : 'hours';
  return { part, hours: part === 'hours' ? `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` : '' };
}

export const minutesOf = ({ part, hours }: TypedDay, personDay: number): number => (part === 'off' ? 0 : part === 'whole' ? personDay : part === 'half' ? halfOf(personDay) : readHours(hours));

/** “Mon to Thu, Fri half”: days that are alike together, whole days without a word. */
export function sayWeek(minutes: readonly number[], personDay: number): string {
  const groups: { from: number; to: number; readonly minutes: number }[] = [];
  for (const [at, one] of minutes.entries()) {
    const last = groups.at(-1);
    if (one === 0) continue;
    if (last && last.to === at - 1 && last.minutes === one) last.to = at;
    else groups.push({ from: at, to: at, minutes: one });
  }
  const said = groups.map(({ from, to, minutes: each }) => {
    const { part } = typedDay(each, personDay);
    return `${short(from)}${to > from ? ` to ${short(to)}` : ''}${part === 'whole' ? '' : part === 'half' ? ' half' : ` ${sayHours(each)}`}`;
  });
  return said.join(', ') || 'No days';
}
