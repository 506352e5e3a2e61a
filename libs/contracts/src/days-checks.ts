import { CalendarDate, Flag, Inside, OneOf, Quantity } from './kernel/fields';
import { route } from './kernel/route';
import { type DaysAnswer, daysAnswers } from './words';

/** Minutes of a week. */
const MOST = 10_080;

/** What somebody said of one week, beside what was planned of it then. */
export class DaysWeek {
  @CalendarDate('Monday') week: string;
  @Quantity('Planned', { max: MOST }) plannedMinutes: number;
  @OneOf('Went', daysAnswers) answer: DaysAnswer;
  @Quantity('Minutes', { max: MOST, hint: 'What it was; as planned: the same' }) minutes: number;
}

/** Somebody's weeks, the last first; for themselves and the leads of their employer. `week` is the last whole one, of which they may say how it went until it is over. */
export class DaysCheckPage {
  @Flag('Me') isMe: boolean;
  @CalendarDate('Monday of last week') week: string;
  @Quantity('Planned in it', { max: MOST, hint: 'As the plan is today, and no more than they could give' }) planned: number;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
  @Inside('Weeks', () => DaysWeek, { many: 26 }) weeks: DaysWeek[];
}

export class DaysSaid {
  @CalendarDate('Monday of the week') week: string;
  @OneOf('Went', daysAnswers) answer: DaysAnswer;
  @Quantity('How many days was it?', { optional: true, max: MOST, hint: 'Where it was less or more' }) minutes?: number;
}

export const daysCheckRoutes = {
  mine: route({ method: 'GET', path: 'localities/:locality/my-days', may: 'supply.own', says: 'How my weeks went beside what was planned', answer: DaysCheckPage }),
  of: route({ method: 'GET', path: 'localities/:locality/people/:id/days', may: 'supply.keep', says: 'How somebody’s weeks went, for the leads of their employer', answer: DaysCheckPage }),
  say: route({ method: 'POST', path: 'localities/:locality/my-days', may: 'supply.own', says: 'Say how my last week went; said again within the week it takes the place of what was said', body: DaysSaid, answer: DaysCheckPage, refusals: ['rule'] }),
};
