import { statement } from '../kernel/statement';
import { milestonesOf, movesOf } from './published';

export const milestonesOfAction = statement('milestones.of', `select json_build_object('milestones', ${milestonesOf('a.id')}, 'moves', ${movesOf('a.id')})::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);
