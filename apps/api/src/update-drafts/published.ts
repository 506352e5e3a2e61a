import { UpdateDraft } from '@followthrough/contracts';
import { columns } from '../kernel/select';

/** What the person asking has begun to say of an action; null when nothing. Row security shows nobody else's. */
export const myDraftOf = (action: string): string => `(select to_json(o) from (select ${columns(UpdateDraft, 'd')} from update_draft d where d.action_id = ${action} and d.person_id = current_person()) o)`;
