import { ClockEntry, CriterionScore, omit, ReviewCriterion, ReviewItem, ReviewPage } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';

const isPresent = 'f.review_id = r.id and f.withdrawn_at is null';
const isUnanswered = `f.kind in ('area_for_improvement', 'challenge') and not exists (select from action_finding l join action a on a.id = l.action_id and a.withdrawn_at is null where l.finding_id = f.id)`;

const made = {
  frameworkTitle: `w.title || ', ' || w.edition`,
  findings: `(select count(*) from finding f where ${isPresent})`,
  unanswered: `(select count(*) from finding f where ${isPresent} and ${isUnanswered})`,
  unconfirmed: `(select count(*) from finding f where ${isPresent} and f.confirmed_at is null)`,
};

/** What the clock is worked out from, in TypeScript: the rules, what people said of the steps, latest first, and the day. */
const told = {
  clock: 'w.clock',
  entries: jsonList(ClockEntry, 'e', { on: 'e."on"', by: '(select p.name from person p where p.id = e.said_by)', at: 'e.said_at' }, 'from clock_entry e where e.review_id = r.id order by e.said_at desc, e.id desc limit 500'),
  today: 'today()',
};

const plus = (more: Readonly<Record<string, string>>): string => Object.entries(more).map(([key, sql]) => `, ${sql} as "${key}"`).join('');

/** `steps` is worked out of `clock`, `entries` and `today`. */
export const storedReviews = statement(
  'reviews.all',
  `select coalesce(json_agg(t), '[]')::text as answer from (
     select ${columns(omit(ReviewItem, 'steps'), 'r', made)}${plus(told)} from review r join framework w on w.id = r.framework_id
     where r.withdrawn_at is null order by coalesce(r.published_on, r.fieldwork_to, r.fieldwork_from) desc nulls first, r.id desc limit 500) t`,
);

const ofCriterion = 'from finding_criterion l join finding f on f.id = l.finding_id where l.criterion_id = c.id and ' + isPresent;

const criteria = jsonList(
  omit(ReviewCriterion, 'score'),
  'c',
  {
    findings: `(select count(*) ${ofCriterion})`,
    good: `(select count(*) ${ofCriterion} and f.kind in ('strength', 'good_practice'))`,
    unanswered: `(select count(*) ${ofCriterion} and ${isUnanswered})`,
  },
  'from criterion c where c.framework_id = w.id order by c.position',
);

/** `steps`, `assessment` and each criterion’s `score` are worked out of the rest. */
export const storedReview = statement(
  'reviews.page',
  `select to_json(t)::text as answer from (
     select ${columns(omit(ReviewPage, 'steps', 'assessment', 'entries'), 'r', {
       ...made,
       provenance: 'w.provenance',
       publisher: 'w.publisher',
       source: 'w.source',
       scoring: 'w.scoring',
       criteria,
       outside: `(select count(*) from finding f where ${isPresent} and not exists (select from finding_criterion l where l.finding_id = f.id))`,
       scores: jsonList(CriterionScore, 's', { by: '(select p.name from person p where p.id = s.given_by)', at: 's.given_at' }, 'from criterion_score s where s.review_id = r.id order by s.given_at desc, s.id desc limit 2000'),
     })}${plus(told)} from review r join framework w on w.id = r.framework_id where r.id = $1 and r.withdrawn_at is null) t`,
);
