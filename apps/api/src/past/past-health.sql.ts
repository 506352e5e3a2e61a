import { PastHealth } from '@followthrough/contracts';
import { healthOf } from '../plan-health/published';
import { ofThePast } from './as-it-was';
import { asAt } from './moment.sql';

/** $1 plan, $2 report, $3 day. */
export const pastHealth = ofThePast('past.health', healthOf(PastHealth, { asAt }));
