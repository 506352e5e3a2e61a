import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finding things by ref or words. Row security keeps operators that are not leakproof away from indexes, so these
 * functions look past it as a role that cannot log in, filter by the locality themselves and give back ids alone;
 * the statement that asks joins them to the rows that its reader may see.
 */
export class Search1763700000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(WORDS);
    for (const [name, source, text, within] of SOUGHT) await db.query(seeking(name, source, text, within));
    await db.query(HAND_OVER);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const WORDS = `
  create index action_ref_said on action (locality_id, lower(ref) text_pattern_ops) where withdrawn_at is null;
  create index finding_ref_said on finding (locality_id, lower(ref) text_pattern_ops) where withdrawn_at is null;

  -- What somebody typed, as a query that cannot fail: every word must be there, the last may be half typed.
  create function kernel.typed_query(said text) returns tsquery language sql immutable parallel safe
    return case when numnode(plainto_tsquery('english', said)) > 0 then (plainto_tsquery('english', said)::text || ':*')::tsquery end;
`;

const SOUGHT = [
  ['search_actions', 'action', 'title', 500],
  ['search_findings', 'finding', 'quotation', 500],
] as const;

/** Refs first, then words, and only where words give nothing, what looks alike. */
const seeking = (name: string, source: string, text: string, within: number): string => `
  create function ${name}(said text) returns table (id uuid, rank real) language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 rows 20 as $$
  declare
    -- More than anybody types; and NUL cannot come this far.
    words text := lower(left(btrim(said), 200));
    query tsquery := kernel.typed_query(words);
    hits integer;
  begin
    if words = '' or current_locality() is null then return; end if;
    return query
      select s.id, (case when lower(s.ref) = words then 100 else 50 end)::real from ${source} s
      where s.locality_id = current_locality() and s.withdrawn_at is null and lower(s.ref) ~>=~ words and lower(s.ref) ~<~ (words || chr(1114111))
      order by lower(s.ref) <> words, s.ref limit 20;
    -- Of a word that is everywhere the first some hundred are ranked: ranking twenty thousand helps nobody.
    return query
      select c.id, (1 + c.closeness)::real from (
        select s.id, ts_rank(s.search, query) as closeness from (
          select a.id, a.search from ${source} a where query is not null and a.locality_id = current_locality() and a.withdrawn_at is null and a.search @@ query limit ${within}
        ) s order by 2 desc, 1 limit 20
      ) c;
    get diagnostics hits = row_count;
    if hits = 0 and length(words) >= 3 then
      return query
        select s.id, word_similarity(words, s.${text}) from ${source} s
        where s.locality_id = current_locality() and s.withdrawn_at is null and s.${text} %> words
        order by 2 desc, 1 limit 20;
    end if;
  end $$;
`;

const HAND_OVER = `
  grant create on schema public to followthrough_search;
  alter function search_actions owner to followthrough_search;
  alter function search_findings owner to followthrough_search;
  revoke create on schema public from followthrough_search;
  revoke execute on function search_actions, search_findings from public;
  grant execute on function search_actions, search_findings to followthrough_api;
`;
