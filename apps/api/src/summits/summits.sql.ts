import { AgendaEntry, Attendance, Choice, Invitee, Material, MaterialFile, OutcomeAction, OutcomeItem, RecordedPoll, RecordedQuestion, SummitItem, SummitPage, SummitRecord } from '@followthrough/contracts';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { pollFigures } from '../polls/published';
import { questionFigures } from '../questions/published';
import { shownWords } from '../status-words/published';
import { originsOf } from './published';

const becameAction = 'exists (select from action_outcome l join action a on a.id = l.action_id and a.withdrawn_at is null where l.outcome_id = o.id)';

export const allSummits = statement(
  'summits.all',
  `select json_build_object('items', ${jsonList(
    SummitItem,
    's',
    {
      outcomes: '(select count(*) from outcome o where o.summit_id = s.id)',
      withoutAction: `(select count(*) from outcome o where o.summit_id = s.id and o.no_action is null and not ${becameAction})`,
    },
    'from summit s order by s.held_on desc, s.id desc limit 500',
  )})::text as answer`,
);

const findingName = `f.ref || ' · ' || left(f.quotation, 140) || case when length(f.quotation) > 140 then '…' else '' end`;
const findingsOf = (link: string, of: string) => jsonList(Choice, 'f', { name: findingName }, `from ${link} l join finding f on f.id = l.finding_id where l.${of} order by f.ref, f.id`);

const outcomes = jsonList(
  OutcomeItem,
  'o',
  {
    organisation: '(select g.name from organisation g where g.id = o.organisation_id)',
    findings: findingsOf('outcome_finding', 'outcome_id = o.id'),
    origins: originsOf('o.id'),
    agreedBy: jsonList(Choice, 'g', {}, 'from outcome_organisation l join organisation g on g.id = l.organisation_id where l.outcome_id = o.id order by lower(g.name)'),
    actions: jsonList(
      OutcomeAction,
      'a',
      { planTitle: '(select p.title from plan p where p.id = a.plan_id)' },
      'from action_outcome l join action a on a.id = l.action_id and a.withdrawn_at is null where l.outcome_id = o.id order by a.ref, a.id',
    ),
  },
  'from outcome o where o.summit_id = s.id order by o.agreed_on, o.captured_at, o.id limit 500',
);

const minutes = '(select coalesce(sum(a.minutes), 0)::integer from agenda_item a where a.summit_id = s.id)';
/** What an invitation tells: when it is no longer this, it is sent again. */
const digest = `md5(json_build_array(s.title, s.held_on, s.starts_at, s.place, ${minutes})::text)`;

/** What the page and the record both show. */
const shown = {
  agenda: jsonList(AgendaEntry, 'i', { findings: findingsOf('agenda_item_finding', 'agenda_item_id = i.id') }, 'from agenda_item i where i.summit_id = s.id order by i.position'),
  attendance: jsonList(Attendance, 't', { organisation: 'g.name' }, 'from attendance t join organisation g on g.id = t.organisation_id where t.summit_id = s.id order by lower(g.name)'),
  materials: jsonList(Material, 'm', { file: `(select to_json(t) from (select ${columns(MaterialFile, 'f')} from file f where f.id = m.file_id) t)` }, 'from material m where m.summit_id = s.id order by m.id'),
  outcomes,
  words: shownWords,
};

export const onePage = statement(
  'summits.page',
  jsonRow(
    SummitPage,
    's',
    {
      ...shown,
      invitees: jsonList(
        Invitee,
        'i',
        { name: 'p.name', organisation: '(select g.name from organisation g where g.id = p.organisation_id)', hasEmail: 'p.email is not null', isTold: `i.told is not distinct from ${digest}`, isMe: 'coalesce(i.person_id = current_person(), false)' },
        'from invitee i join person p on p.id = i.person_id where i.summit_id = s.id order by lower(p.name), i.id limit 500',
      ),
      organisations: jsonList(Choice, 'g', {}, 'from organisation g where g.withdrawn_at is null order by lower(g.name) limit 2000'),
      findings: jsonList(Choice, 'f', { name: findingName }, 'from finding f where f.withdrawn_at is null order by f.ref, f.id limit 2000'),
      plans: jsonList(Choice, 'p', { name: 'p.title' }, 'from plan p where p.withdrawn_at is null order by lower(p.title) limit 500'),
    },
    'from summit s where s.id = $1',
  ),
);

/** Waiting questions are nobody's to read but the moderator's, and merged ones are counted in those that were kept. */
export const wholeRecord = statement(
  'summits.record',
  jsonRow(
    SummitRecord,
    's',
    {
      ...shown,
      locality: '(select l.name from locality l)',
      joined: '(select participants_of(r.id) from room r where r.summit_id = s.id)',
      questions: jsonList(RecordedQuestion, 'q', questionFigures, `from question q join room r on r.id = q.room_id where r.summit_id = s.id and q.state not in ('waiting', 'merged') order by votes_of(q.id) desc, q.asked_at limit 2000`),
      polls: jsonList(RecordedPoll, 'p', pollFigures, `from poll p join room r on r.id = p.room_id where r.summit_id = s.id and p.state = 'closed' order by p.id limit 100`),
    },
    'from summit s where s.id = $1',
  ),
);

/** What publishing asks of each outcome. */
export const settledOutcomes = `
  select o.no_action as "noAction", array(select l.action_id from action_outcome l join action a on a.id = l.action_id and a.withdrawn_at is null where l.outcome_id = o.id) as actions
  from outcome o where o.summit_id = $1`;

const event = `s.title, s.held_on::text as day, s.starts_at as "startsAt", ${minutes} as minutes, s.place, s.purpose, (select l.name from locality l) as locality`;
const invited = `select i.id, p.name, p.email, i.told is not null as again, ${event}`;

/** Who has not been told how the summit now is; the sequence is the next. */
export const toTell = `${invited}, i.sequence + (i.told is not null)::integer as sequence from invitee i join person p on p.id = i.person_id and p.withdrawn_at is null join summit s on s.id = i.summit_id where i.summit_id = $1 and i.told is distinct from ${digest} order by i.id`;
/** One person who was told; the sequence is the next. */
export const toldOne = `${invited}, i.sequence + 1 as sequence from invitee i join person p on p.id = i.person_id join summit s on s.id = i.summit_id where i.id = $1`;
export const markTold = `update invitee i set sequence = i.sequence + (i.told is not null)::integer, told = ${digest}, told_at = now() from summit s where s.id = i.summit_id and i.id = any($1)`;

export const wholeEvent = statement('summits.event', `select to_json(t)::text as answer from (select null as email, '' as name, s.version as sequence, false as again, ${event} from summit s where s.id = $1) t`);
