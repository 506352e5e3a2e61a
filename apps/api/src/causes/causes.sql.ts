import { ActionBrief, CauseFinding, CauseItem, CauseTree, type Contract } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';
import { brief, worstFirst } from './brief.sql';
import { isCauseAnswered, isDeepRooted, treatsOnlySymptom } from './gaps.sql';

/** So many actions a cause or a finding shows, the worst first. */
const SHOWN = 20;

/** The actions of each `key`, as `ids` of the worst and `total` of all. */
const lane = (key: string, from: string): string => `(
    select t.key, array_agg(t.id order by t.n) filter (where t.n <= ${SHOWN}) as ids, count(*) as total
    from (select ${key} as key, b.id, row_number() over (partition by ${key} order by ${worstFirst}) as n ${from}) t group by t.key)`;

const item = {
  findingIds: 'array(select f.id from finding_cause k join finding f on f.id = k.finding_id and f.withdrawn_at is null where k.cause_id = c.id order by f.ref, f.id limit 2000)',
  actionIds: `coalesce((select a.ids from answering a where a.key = c.id), '{}')`,
  actions: '(select coalesce(sum(a.total), 0) from answering a where a.key = c.id)',
  rootOf: '(select count(*) from diagnosis d where d.root_cause_id = c.id)',
  answered: isCauseAnswered('c.id'),
};

const finding = {
  excerpt: `case when length(f.quotation) > 280 then left(f.quotation, 279) || '…' else f.quotation end`,
  reviewTitle: '(select r.title from review r where r.id = f.review_id)',
  deepRooted: isDeepRooted,
  symptomOnlyIds: `coalesce((select a.ids from beside a where a.key = f.id), '{}')`,
};

/** Everything that the tree of causes draws; a contract that says more has its fields in `also`. */
export const causesDrawn = (contract: Contract = CauseTree, also: Readonly<Record<string, string>> = {}): string =>
  `with answering as materialized ${lane('x.cause_id', 'from action_cause x join action b on b.id = x.action_id and b.withdrawn_at is null')},
    beside as materialized ${lane('l.finding_id', `from action_finding l join action b on b.id = l.action_id and b.withdrawn_at is null where ${treatsOnlySymptom('b.id')}`)}
  ${jsonRow(
    contract,
    'x',
    {
      causes: jsonList(CauseItem, 'c', item, 'from cause c where c.withdrawn_at is null order by lower(c.text), c.id limit 1000'),
      findings: jsonList(CauseFinding, 'f', finding, 'from finding f where f.withdrawn_at is null and f.id in (select k.finding_id from finding_cause k) order by f.ref, f.id limit 2000'),
      actions: jsonList(ActionBrief, 'b', brief, `from action b where b.id in (select unnest(a.ids) from answering a union select unnest(a.ids) from beside a) order by ${worstFirst} limit 5000`),
      words: shownWords,
      ...also,
    },
    'from (select 1) x',
  )}`;

export const causeTree = statement('causes.tree', causesDrawn());
