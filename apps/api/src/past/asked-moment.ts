import type { PastActionQuery } from '@followthrough/contracts';
import { checkMoment, londonDay, type Moment, momentOf } from '@followthrough/domain';
import { refuse } from '../kernel/refusal';

/** The moment that a screen is asked as at; refuses one that is not over, or that cannot answer what is asked. */
export function askedMoment(at: string, asked: Partial<PastActionQuery> = {}): Moment {
  const said = momentOf(at);
  refuse(checkMoment(said, londonDay(new Date()), asked));
  return said;
}
