import type { EntityManager } from 'typeorm';
import { refuseField } from '../kernel/refusal';

interface Said {
  readonly questionIds?: readonly string[];
  readonly pollId?: string | null;
  readonly pollChoice?: number | null;
}

/** Keeps what an outcome came of, as it stands now: later votes change questions, never an origin. */
export async function keepOrigins(db: EntityManager, outcomeId: string, summitId: string, { questionIds = [], pollId, pollChoice = null }: Said): Promise<void> {
  const wanted = [...new Set(questionIds)];
  if (wanted.length > 0 && (await written(db, FROM_QUESTIONS, [outcomeId, summitId, wanted])) < wanted.length) throw refuseField('questionIds', 'That question is not one of this summit’s');
  if (pollId && (await written(db, FROM_POLL, [outcomeId, summitId, pollId, pollChoice])) === 0) throw refuseField('pollId', 'That is not a closed poll of this summit, or not one of its choices');
}

async function written(db: EntityManager, sql: string, values: readonly unknown[]): Promise<number> {
  return (await db.query<unknown[]>(sql, [...values])).length;
}

const FROM_QUESTIONS = `
  insert into outcome_origin (outcome_id, question_id, text, votes, place, places)
  select $1, x.id, x.text, x.votes, x.place, x.places from (
    select q.id, q.text, v.votes, rank() over (order by v.votes desc) as place, count(*) over () as places
    from question q join room r on r.id = q.room_id cross join lateral (select votes_of(q.id) as votes) v where r.summit_id = $2 and q.state <> 'merged'
  ) x where x.id = any($3) returning id`;

/** Of a confidence poll there is no choice to name; of any other, one or none. */
const FROM_POLL = `
  insert into outcome_origin (outcome_id, poll_id, text, choice, votes, place, places)
  select $1, p.id, p.question, c.choice, coalesce(c.votes, poll_voted(p.id)), c.place, case when c.place is not null then cardinality(p.options) end
  from poll p join room r on r.id = p.room_id
  left join lateral (
    select x.choice, x.votes, x.place, x.nth from (
      select o.choice, p.result[o.nth] as votes, rank() over (order by p.result[o.nth] desc) as place, o.nth from unnest(p.options) with ordinality o(choice, nth)
    ) x where x.nth = $4::integer + 1
  ) c on true
  where p.id = $3 and r.summit_id = $2 and p.state = 'closed' and ($4::integer is null or c.choice is not null) returning id`;
