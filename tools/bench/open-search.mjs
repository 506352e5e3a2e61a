// What row security costs a search: the same words, with nothing between them and their index.

/** The same search where no row security stands between the words and their index. */
export const withoutRowSecurity = (place) => `select coalesce(json_agg(f), '[]')::text as answer from (
  select 'action' as kind, a.id, a.ref, a.title, p.title as within, a.status, a.rank from (select a.*, ts_rank(a.search, kernel.typed_query($1)) as rank from (select * from action a where a.locality_id = '${place}' and a.withdrawn_at is null and a.search @@ kernel.typed_query($1) limit 500) a order by rank desc limit 20) a join plan p on p.locality_id = a.locality_id and p.id = a.plan_id
  union all
  select 'finding', f.id, f.ref, left(f.quotation, 300), r.title, null, f.rank from (select f.*, ts_rank(f.search, kernel.typed_query($1)) as rank from (select * from finding f where f.locality_id = '${place}' and f.withdrawn_at is null and f.search @@ kernel.typed_query($1) limit 500) f order by rank desc limit 20) f join review r on r.locality_id = f.locality_id and r.id = f.review_id
  order by rank desc limit 20) f`;
