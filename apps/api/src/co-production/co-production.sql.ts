import { statement } from '../kernel/statement';
import { stepsOf } from './published';

/** The steps of one plan ($1) or one action ($2). */
export const steps = statement('co_production.of', `select json_build_object('items', case when $1::uuid is not null then ${stepsOf('plan_id', '$1')} else ${stepsOf('action_id', '$2::uuid')} end)::text as answer`);
