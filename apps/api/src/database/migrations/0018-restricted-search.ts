import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Those who may read restricted descriptions find actions by them too. The words of such an action stand, all of them
 * together, in an index of their own that only `search_actions` looks into, and only for those readers.
 */
export class RestrictedSearch1763700000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(WORDS);
    await db.query(SEARCH);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const WORDS = `
  create function kernel.restricted_words(ref text, title text, success_measure text, description text) returns tsvector language sql immutable parallel safe
    return to_tsvector('english', ref || ' ' || title || ' ' || coalesce(success_measure, '') || ' ' || coalesce(description, ''));
  create index action_restricted_search on action using gin (locality_id, kernel.restricted_words(ref, title, success_measure, description))
    where 'description' = any (restricted);
`;

/** Refs first, then words, and only where words give nothing, what looks alike. Who finds an action by both kinds of words sees it once. */
const SEARCH = `
  create or replace function search_actions(said text) returns table (id uuid, rank real) language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 rows 20 as $$
  declare
    -- More than anybody types; and NUL cannot come this far.
    words text := lower(left(btrim(said), 200));
    query tsquery := kernel.typed_query(words);
    hits integer;
    restricted_hits integer := 0;
  begin
    if words = '' or current_locality() is null then return; end if;
    return query
      select s.id, (case when lower(s.ref) = words then 100 else 50 end)::real from action s
      where s.locality_id = current_locality() and s.withdrawn_at is null and lower(s.ref) ~>=~ words and lower(s.ref) ~<~ (words || chr(1114111))
      order by lower(s.ref) <> words, s.ref limit 20;
    -- Of a word that is everywhere the first some hundred are ranked: ranking twenty thousand helps nobody.
    return query
      select c.id, (1 + c.closeness)::real from (
        select s.id, ts_rank(s.search, query) as closeness from (
          select a.id, a.search from action a where query is not null and a.locality_id = current_locality() and a.withdrawn_at is null and a.search @@ query limit 500
        ) s order by 2 desc, 1 limit 20
      ) c;
    get diagnostics hits = row_count;
    if may_read_restricted() then
      return query
        select c.id, (1 + c.closeness)::real from (
          select s.id, ts_rank(s.words, query) as closeness from (
            select a.id, kernel.restricted_words(a.ref, a.title, a.success_measure, a.description) as words from action a
            where query is not null and a.locality_id = current_locality() and a.withdrawn_at is null and 'description' = any (a.restricted)
              and kernel.restricted_words(a.ref, a.title, a.success_measure, a.description) @@ query limit 500
          ) s order by 2 desc, 1 limit 20
        ) c;
      get diagnostics restricted_hits = row_count;
    end if;
    if hits + restricted_hits = 0 and length(words) >= 3 then
      return query
        select s.id, word_similarity(words, s.title) from action s
        where s.locality_id = current_locality() and s.withdrawn_at is null and s.title %> words
        order by 2 desc, 1 limit 20;
    end if;
  end $$;
`;
