import { Choice, OutcomeAction, OutcomeItem, SummitItem, SummitPage } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';

const becameAction = 'exists (select from action_outcome l join action a on a.id = l.action_id and a.withdrawn_at is null where l.outcome_id = o.id)';

export const allSummits = statement(
  'summits.all',
  `select json_build_object('items', ${jsonList(
    SummitItem,
    's',
    {
      outcomes: '(select count(*) from outcome o where o.summit_id = s.id)',
      withoutAction: `(select count(*) from outcome o where o.summit_id = s.id and not ${becameAction})`,
    },
    'from summit s order by s.held_on desc, s.id desc limit 500',
  )})::text as answer`,
);

const findingName = `f.ref || ' · ' || left(f.quotation, 140) || case when length(f.quotation) > 140 then '…' else '' end`;

const outcomes = jsonList(
  OutcomeItem,
  'o',
  {
    findingName: `(select ${findingName} from finding f where f.id = o.finding_id)`,
    agreedBy: jsonList(Choice, 'g', {}, 'from outcome_organisation l join organisation g on g.id = l.organisation_id where l.outcome_id = o.id order by lower(g.name)'),
    actions: jsonList(
      OutcomeAction,
      'a',
      { planTitle: '(select p.title from plan p where p.id = a.plan_id)' },
      'from action_outcome l join action a on a.id = l.action_id and a.withdrawn_at is null where l.outcome_id = o.id order by a.ref, a.id',
    ),
  },
  'from outcome o where o.summit_id = s.id order by o.agreed_on, o.id limit 500',
);

export const onePage = statement(
  'summits.page',
  jsonRow(
    SummitPage,
    's',
    {
      outcomes,
      organisations: jsonList(Choice, 'g', {}, 'from organisation g where g.withdrawn_at is null order by lower(g.name) limit 2000'),
      findings: jsonList(Choice, 'f', { name: findingName }, 'from finding f where f.withdrawn_at is null order by f.ref, f.id limit 2000'),
      plans: jsonList(Choice, 'p', { name: 'p.title' }, 'from plan p where p.withdrawn_at is null order by lower(p.title) limit 500'),
      words: shownWords,
    },
    'from summit s where s.id = $1',
  ),
);
