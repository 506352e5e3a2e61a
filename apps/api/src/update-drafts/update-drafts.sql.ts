import { statement } from '../kernel/statement';
import { myDraftOf } from './published';

/** $1 the action; no row where it is not in its plan. */
export const keptDraft = statement('update-drafts.kept', `select json_build_object('draft', ${myDraftOf('a.id')})::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);

/** $1 the action, $2 what is typed, $3 when. A draft that comes late, from a device that had no connection, never takes the place of a newer one. */
export const keepDraft = `
  insert into update_draft as d (action_id, said, typed_at) select a.id, $2::jsonb, least($3::timestamptz, now()) from action a where a.id = $1 and a.withdrawn_at is null
  on conflict on constraint update_draft_one do update set said = excluded.said, typed_at = excluded.typed_at where d.typed_at <= excluded.typed_at`;
