import { CoProductionStep } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** What is done together, of a plan or of an action, as a field of a larger answer. */
export const stepsOf = (of: 'plan_id' | 'action_id', id: string): string => jsonList(CoProductionStep, 's', {}, `from co_production_step s where s.${of} = ${id} order by s.happens_on, s.id limit 200`);
