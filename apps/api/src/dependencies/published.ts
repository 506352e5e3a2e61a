import { RelatedAction } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { jsonList } from '../kernel/select';

const shown = { dependencyId: 'd.id', kind: 'd.kind', overdue: `coalesce(o.due_on < today() and ${isOpen('o')}, false)` };
const others = (far: string, near: string, action: string) => jsonList(RelatedAction, 'o', shown, `from dependency d join action o on o.id = d.${far} and o.withdrawn_at is null where d.${near} = ${action} order by o.due_on, o.ref, o.id limit 100`);

/** What comes before an action, and what comes after it, as fields of a larger answer. */
export const waitsFor = (action: string): string => others('first_id', 'then_id', action);
export const opens = (action: string): string => others('then_id', 'first_id', action);

/** Whether an action comes before or after another that is still here. */
export const onLadder = (action: string): string => `exists (select from dependency d join action o on o.id = case when d.first_id = ${action} then d.then_id else d.first_id end and o.withdrawn_at is null where d.first_id = ${action} or d.then_id = ${action})`;
