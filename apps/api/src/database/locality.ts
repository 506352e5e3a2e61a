import type { ClientBase } from 'pg';
import { giveFrameworks } from './frameworks/shipped';
import { STARTING_SKILLS } from './skills';
import { STATUS_WORDS } from './status-words';

/** Opens a new locality as the owner: the tenant itself, the status words, skills and frameworks it starts with. Returns its id. */
export async function openLocality(owner: ClientBase, place: { readonly slug: string; readonly name: string; readonly isDemo?: boolean }): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('insert into locality (slug, name, is_demo) values ($1, $2, $3) returning id', [place.slug, place.name, place.isDemo ?? false]);
  const id = rows[0]?.id;
  if (!id) throw new Error(`the locality ${place.slug} was not made`);
  await owner.query(
    `insert into status_word (locality_id, status, word, definition, colour, mark, position)
     select $1, status, word, definition, colour, mark, position from jsonb_to_recordset($2) as t(status text, word text, definition text, colour text, mark text, position integer)`,
    [id, JSON.stringify(STATUS_WORDS.map((word, position) => ({ ...word, position })))],
  );
  await owner.query('insert into skill (locality_id, name) select $1, unnest($2::text[])', [id, STARTING_SKILLS]);
  await giveFrameworks(owner, id);
  return id;
}
