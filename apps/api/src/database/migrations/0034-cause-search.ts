import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Causes are found by their words, as actions and findings are. They have no ref. */
export class CauseSearch1763700000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(INDEXES);
    await db.query(SEARCH);
    await db.query(HAND_OVER);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const INDEXES = `
  create index cause_search on cause using gin (locality_id, to_tsvector('english', text)) where withdrawn_at is null;
  create index cause_trigram on cause using gin (locality_id, text gin_trgm_ops);
`;

/** Words, and only where they give nothing, what looks alike: as \`search_findings\` does. */
const SEARCH = `
  create function search_causes(said text) returns table (id uuid, rank real) language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 rows 20 as $$
  declare
    -- More than anybody types; and NUL cannot come this far.
    words text := lower(left(btrim(said), 200));
    query tsquery := kernel.typed_query(words);
    hits integer;
  begin
    if words = '' or current_locality() is null then return; end if;
    return query
      select c.id, (1 + c.closeness)::real from (
        select s.id, ts_rank(to_tsvector('english', s.text), query) as closeness from (
          select a.id, a.text from cause a
          where query is not null and a.locality_id = current_locality() and a.withdrawn_at is null and to_tsvector('english', a.text) @@ query limit 500
        ) s order by 2 desc, 1 limit 20
      ) c;
    get diagnostics hits = row_count;
    if hits = 0 and length(words) >= 3 then
      return query
        select s.id, word_similarity(words, s.text) from cause s
        where s.locality_id = current_locality() and s.withdrawn_at is null and s.text %> words
        order by 2 desc, 1 limit 20;
    end if;
  end $$;
`;

const HAND_OVER = `
  grant create on schema public to followthrough_search;
  alter function search_causes owner to followthrough_search;
  revoke create on schema public from followthrough_search;
  revoke execute on function search_causes from public;
  grant execute on function search_causes to followthrough_api;
`;
