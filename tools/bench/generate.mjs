// Localities by the hundred, made by PostgreSQL itself with the triggers off; the figures are counted once at the end.
import pg from 'pg';
import { CAPACITY } from './generate-capacity.mjs';

/** What is made. `small` is for every day, `full` for the figures in docs/performance.md. Every set has one large locality. */
export const SETS = {
  small: { localities: 5, actions: 2_000, large: 20_000, findings: 500, updates: 5 },
  full: { localities: 200, actions: 1_910, large: 20_000, findings: 500, updates: 5 },
};

const WORDS = `array['discharge','hospital','home','care','team','market','record','shared','workforce','therapy','carers','voice','bed','flow','winter','funding','board','review','pathway','assessment','reablement','community','quality','housing','dementia','equipment','training','rota','weekend','transport']`;
/** A few words that differ from row to row. `n` is the row's number. */
const phrase = (n, words) => `(select string_agg((${WORDS})[1 + (${n} * (k * 2 + 3) + k * k * 7) % 30], ' ') from generate_series(1, ${words}) k)`;

const STEPS = [
  ['localities', `insert into locality (slug, name) select 'place-' || lpad(n::text, 3, '0'), 'Place ' || n from generate_series(1, $1::int) n`, ({ localities }) => [localities]],
  [
    'status words',
    `insert into status_word (locality_id, status, word, definition, colour, mark, position)
     select l.id, w.status, w.word, w.word, w.colour, w.mark, w.position from locality l,
       (values ('not_started','Not started','grey','circle',0),('on_track','On track','green','disc',1),('at_risk','At risk','amber','triangle',2),('off_track','Off track','red','square',3),('complete','Complete','light_blue','tick',4),('embedded','Embedded','blue','diamond',5)) as w(status, word, colour, mark, position)`,
  ],
  // Triggers are off, so the lines that come with a locality are drawn here.
  ['lines', 'insert into assessment_setting (locality_id) select id from locality'],
  ['organisations', `insert into organisation (locality_id, name, kind) select l.id, 'Partner ' || n, (array['council','nhs_trust','icb','voluntary'])[1 + n % 4] from locality l, generate_series(1, 12) n`],
  [
    'people',
    `insert into person (locality_id, name, organisation_id) select l.id, 'Person ' || n, o.ids[1 + n % 12]
     from locality l, lateral (select array_agg(id order by name) as ids from organisation where locality_id = l.id) o, generate_series(1, 60) n`,
  ],
  ['plans', `with p as (insert into plan (locality_id, title) select id, 'Local system review plan' from locality returning locality_id, id), b as (insert into board (locality_id, name) select id, 'Health and Wellbeing Board' from locality returning locality_id, id) insert into plan_board (locality_id, plan_id, board_id) select p.locality_id, p.id, b.id from p join b on b.locality_id = p.locality_id`],
  ['frameworks', `insert into framework (locality_id, code, edition, title, publisher, provenance, state, published_at) select id, 'bench', '1', 'Bench', 'Bench', 'own', 'published', now() from locality`],
  ['reviews', `insert into review (locality_id, framework_id, title) select f.locality_id, f.id, 'Review' from framework f`],
  [
    'findings',
    `insert into finding (locality_id, review_id, ref, quotation) select r.locality_id, r.id, 'F' || n, 'People told us that ' || ${phrase('n', 14)} || ' was hard to find in ' || n
     from review r, generate_series(1, $1::int) n`,
    ({ findings }) => [findings],
  ],
  [
    'actions',
    `insert into action (locality_id, plan_id, ref, title, description, horizon, priority, theme, owner_id, accountable_organisation_id, start_on, baseline_due_on, due_on, due_text, success_measure, days_needed, status, status_on, created_on)
     select l.id, p.id, 1 + n / 50 || '.' || 1 + n % 50, initcap(${phrase('n', 7)}) || ' ' || n, ${phrase('n + 5', 60)}, (array['quick_win','medium','deep_rooted'])[1 + n % 3], (array['high','medium','low'])[1 + n % 3],
       'Theme ' || 1 + n / 200, w.ids[1 + n % 60], o.ids[1 + (n * 7) % 12], current_date - 360, current_date - 200 + (n * 37) % 500, case when n % 40 = 0 then null else current_date - 200 + (n * 37) % 500 end, case when n % 40 = 0 then 'Ongoing' end,
       ${phrase('n + 9', 12)}, case when n % 5 = 0 then null else (n % 30) + 0.5 end, 'not_started', current_date - 360, current_date - 365 - n % 30
     from (select l.*, row_number() over (order by slug) as number from locality l) l join plan p on p.locality_id = l.id,
       lateral (select array_agg(id order by name) as ids from organisation where locality_id = l.id) o,
       lateral (select array_agg(id order by name) as ids from person where locality_id = l.id) w,
       lateral generate_series(1, case when l.number = 1 then $1::int else $2::int end) n`,
    ({ large, actions }) => [large, actions],
  ],
  // The thread from findings to causes to actions, for the trace: two findings an action, a few causes a finding, half of them with a deeper one.
  ['answers', `insert into action_finding (locality_id, action_id, finding_id)
     select a.locality_id, a.id, f.ids[1 + (abs(hashtext(a.id::text)) + k * 211) % cardinality(f.ids)] from action a
     join (select locality_id, array_agg(id order by id) as ids from finding group by 1) f on f.locality_id = a.locality_id, generate_series(0, 1) k on conflict do nothing`],
  ['causes', `with made as (insert into cause (locality_id, text) select l.id, initcap(${phrase('n', 5)}) || ' ' || n from locality l, generate_series(1, 600) n returning locality_id, id),
       placed as (select *, row_number() over (partition by locality_id order by id) as n from made),
       linked as (insert into finding_cause (locality_id, finding_id, cause_id) select f.locality_id, f.id, c.id from (select *, row_number() over (partition by locality_id order by id) as n from finding) f join placed c on c.locality_id = f.locality_id and c.n % 200 = f.n % 200)
     select count(*) from placed`],
  ['deeper causes', `with placed as (select locality_id, id, row_number() over (partition by locality_id order by id) as n from cause)
     update cause c set deeper_id = d.id from placed k join placed d on d.locality_id = k.locality_id and d.n = k.n / 10 + 1 where c.locality_id = k.locality_id and c.id = k.id and k.n > 60 and k.n % 2 = 0`],
  ['causes answered', `insert into action_cause (locality_id, action_id, cause_id)
     select distinct l.locality_id, l.action_id, k.cause_id from action_finding l join finding_cause k on k.locality_id = l.locality_id and k.finding_id = l.finding_id where abs(hashtext(l.action_id::text || k.cause_id::text)) % 3 = 0`],
  // The states an action goes through follow from its id; those that pass through off track have asked for a decision.
  [
    'decisions',
    `insert into decision_request (locality_id, action_id, what, board_id, needed_by, asked_on, state, settled_on)
     select locality_id, id, 'Agree ' || title, (select b.id from board b where b.locality_id = a.locality_id limit 1), current_date + 20, current_date - h % 60, case when h % 8 = 3 then 'open' else 'taken' end, case when h % 8 = 3 then null else current_date - 1 end
     from (select *, abs(hashtext(id::text)) as h from action) a where h % 8 in (0, 3, 4)`,
  ],
  [
    'updates',
    `insert into status_update (locality_id, action_id, status, as_of, narrative, path_to_green, reported_by, decision_id, reported_at, days_spent, days_left)
     select a.locality_id, a.id, (array['not_started','on_track','on_track','at_risk','off_track','on_track','complete','on_track'])[1 + (h + k * k) % 8], current_date - 365 + k * (360 / $1::int) - h % 30 + 5,
       ${phrase('k + 3', 25)}, ${phrase('k + 4', 10)}, a.owner_id, d.id, now() - (365 - k * 70) * interval '1 day', case when (h + k) % 6 = 0 then 1.5 end, case when (h + k) % 24 = 0 then 4 end
     from (select *, abs(hashtext(id::text)) as h from action) a left join decision_request d on d.locality_id = a.locality_id and d.action_id = a.id, generate_series(1, $1::int) k`,
    ({ updates }) => [updates],
  ],
  [
    'current status',
    `update action a set status = u.status, status_on = u.as_of, last_update_id = u.id
     from (select distinct on (locality_id, action_id) locality_id, action_id, id, status, as_of from status_update order by locality_id, action_id, as_of desc, id desc) u where u.locality_id = a.locality_id and u.action_id = a.id`,
  ],
  [
    'moved dates',
    `insert into due_move (locality_id, action_id, from_on, to_on, reason, agreed_by, moved_on)
     select a.locality_id, a.id, a.baseline_due_on - 30, a.baseline_due_on, (array['capacity','dependency','decision','funding','scope','external'])[1 + abs(hashtext(a.id::text)) % 6], 'Programme board', current_date - abs(hashtext(a.id::text || 'm')) % 365
     from action a where abs(hashtext(a.id::text)) % 4 = 0`,
  ],
  [
    'milestones',
    `insert into milestone (locality_id, action_id, title, baseline_on, due_on, done_on, position)
     select a.locality_id, a.id, ${phrase('s', 4)}, a.baseline_due_on - 90 * (3 - s), a.due_on - 90 * (3 - s), case when s = 1 then a.due_on - 180 end, s
     from action a, generate_series(1, 3) s where abs(hashtext(a.id::text)) % 3 = 0 and a.due_on is not null and a.baseline_due_on is not null`,
  ],
  [
    'friends',
    `with who as (insert into identity."user" (name, email) select 'Friend of ' || slug, 'friend@' || slug || '.example' from locality returning id, email),
       body as (insert into person (locality_id, name) select id, 'Friend' from locality returning id, locality_id)
     insert into membership (locality_id, user_id, person_id, roles) select l.id, who.id, body.id, array['critical_friend'] from locality l join who on who.email = 'friend@' || l.slug || '.example' join body on body.locality_id = l.id`,
  ],
  [
    'threads',
    `insert into thread (locality_id, action_id, kind, text, raised_by, raised_at) select a.locality_id, a.id, 'challenge', 'Is this really so?', m.person_id, now() - (a.ref::text like '%1') ::int * interval '9 days' - interval '3 days'
     from action a join membership m on m.locality_id = a.locality_id where abs(hashtext(a.id::text || 't')) % 50 = 0`,
  ],
  [
    'sessions',
    `with who as (insert into identity."user" (name, email) select 'Lead of ' || slug, 'lead@' || slug || '.example' from locality returning id, email),
       body as (select distinct on (locality_id) locality_id, id from person where name like 'Person %' order by locality_id, name),
       member as (insert into membership (locality_id, user_id, person_id, roles) select l.id, who.id, body.id, array['lead'] from locality l join who on who.email = 'lead@' || l.slug || '.example' join body on body.locality_id = l.id)
     insert into identity.session ("userId", token, "expiresAt") select id, 'token-of-' || email, now() + interval '30 days' from who`,
  ],
  ...CAPACITY,
  ['figures', 'call kernel.rebuild_figures()'],
];

/** @param {string} url somebody who may turn triggers off @param {{ localities: number, actions: number, large: number, findings: number, updates: number }} set */
export async function generate(url, set, say = () => {}) {
  const owner = new pg.Client({ connectionString: url });
  // Where a step fails the cluster is stopped, and its step is the news.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await owner.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set jit = off`);
    // Word indexes are made afterwards, all at once: row by row they cost more than all else.
    const { rows: indexes } = await owner.query(`select indexname as name, indexdef as text from pg_indexes where schemaname = 'public' and indexdef like '%USING gin%'`);
    for (const { name } of indexes) await owner.query(`drop index ${pg.escapeIdentifier(name)}`);
    for (const [what, text, values] of STEPS) {
      const from = Date.now();
      const { rowCount } = await owner.query(text, values?.(set));
      say(`${what}: ${rowCount ?? ''} in ${((Date.now() - from) / 1000).toFixed(1)} s`);
    }
    for (const { text } of indexes) await owner.query(text);
    await owner.query('vacuum (analyze, freeze)');
    await owner.query('checkpoint');
  } finally {
    await owner.end();
  }
}
