import { statement } from '../kernel/statement';
import { opens, waitsFor } from './published';

export const dependenciesOf = statement('dependencies.of', `select json_build_object('waitsFor', ${waitsFor('a.id')}, 'opens', ${opens('a.id')})::text as answer from action a where a.id = $1 and a.withdrawn_at is null`);

/** Every step that lies ahead of an action, with the refs at its ends. */
export const AHEAD = `
  with recursive ahead (first_id, then_id) as (
    select d.first_id, d.then_id from dependency d join action a on a.id = d.then_id and a.withdrawn_at is null where d.first_id = $1
    union
    select d.first_id, d.then_id from ahead h join dependency d on d.first_id = h.then_id join action a on a.id = d.then_id and a.withdrawn_at is null
  )
  select h.first_id as "firstId", h.then_id as "thenId", a.ref from ahead h join action a on a.id = h.then_id`;
