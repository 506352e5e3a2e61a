// A bulk edit of 500 actions as one request, beside the same writes by hand.

/** So many actions are changed in one go. */
const MANY = 500;

/** Every request says a theme of its own, so each of them changes every action whatever was changed before. */
const changeOf = (turn) => ({ theme: `Theme ${turn} ${Math.random().toString(36).slice(2, 10)}`, priority: ['high', 'medium', 'low'][turn % 3] });
/** Later than any of them has: what others wrote meanwhile is looked for as always, and none of it is in the way. */
const SEEN = 1_000_000_000;

/** $1: the actions with what each becomes. Locked in one order, changed, and kept with what they were. */
const WRITES = `
  with said as materialized (select * from jsonb_to_recordset($1::jsonb) as t(id uuid, theme text, priority text)),
    locked as materialized (select a.id from action a where a.id in (select id from said) order by a.id for update),
    done as (update action a set theme = s.theme, priority = s.priority from locked l join said s on s.id = l.id where a.id = l.id
      returning a.id, a.ref, jsonb_build_array(
        jsonb_build_object('field', 'theme', 'before', old.theme, 'after', new.theme),
        jsonb_build_object('field', 'priority', 'before', old.priority, 'after', new.priority)) as steps),
    edit as (insert into bulk_edit (says, changed) select 'By hand', jsonb_agg(jsonb_build_object('id', id, 'ref', ref, 'steps', steps)) from done returning id)
  select json_build_object('id', id)::text as answer from edit`;

/** What the bare server runs. `facts`: the statement by which ours looks at the actions; it only reads them. */
export const bulkCases = (facts, places) => ({ bulk: { name: 'bulk', text: WRITES, write: true, places }, 'bulk-look': { ...facts, places } });

/** As on the screen: a look at what would become of each, then the change. `places` are asked in turns; `post(path, said, slug)` makes a request of ours, or of the bare server without a slug. */
export function bulkRace(places, post) {
  const asked = (turn) => {
    const where = places[(turn >> 1) % places.length];
    return { where, change: changeOf(turn), ids: where.actions.slice(0, MANY), looks: turn % 2 === 0 };
  };
  return {
    key: 'bulk', title: `Look at a bulk edit of ${MANY} actions, and make it`, budget: 0.5,
    ours: (turn) => {
      const { where: { slug }, change, ids, looks } = asked(turn);
      return looks ? post(`api/v1/localities/${slug}/bulk-edits/preview`, { change, actionIds: ids }, slug) : post(`api/v1/localities/${slug}/bulk-edits`, { change, actions: ids.map((id) => ({ id, version: SEEN })) }, slug);
    },
    theirs: (turn) => {
      const { where: { slug: place }, change, ids, looks } = asked(turn);
      return looks ? post('bulk-look', { values: [ids, []], place }) : post('bulk', { values: [JSON.stringify(ids.map((id) => ({ id, ...change })))], place });
    },
  };
}
