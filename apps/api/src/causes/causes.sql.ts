import { ActionBrief, CauseFinding, CauseItem, CauseTree } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';
import { brief, isCauseAnswered, isDeepRooted, worstFirst } from './published';

const item = {
  findingIds: 'array(select f.id from finding_cause k join finding f on f.id = k.finding_id and f.withdrawn_at is null where k.cause_id = c.id order by f.ref, f.id limit 2000)',
  actionIds: `array(select b.id from action_cause x join action b on b.id = x.action_id and b.withdrawn_at is null where x.cause_id = c.id order by ${worstFirst} limit 2000)`,
  rootOf: '(select count(*) from diagnosis d where d.root_cause_id = c.id)',
  answered: isCauseAnswered('c.id'),
};

const finding = {
  excerpt: `case when length(f.quotation) > 280 then left(f.quotation, 279) || '…' else f.quotation end`,
  reviewTitle: '(select r.title from review r where r.id = f.review_id)',
  deepRooted: isDeepRooted,
  actionIds: `array(select b.id from action_finding l join action b on b.id = l.action_id and b.withdrawn_at is null where l.finding_id = f.id order by ${worstFirst} limit 2000)`,
};

const caused = 'f.id in (select k.finding_id from finding_cause k)';
/** Those that answer a cause, and those that answer a finding which has one: the tree tells them apart. */
const joined = '(b.id in (select x.action_id from action_cause x) or b.id in (select l.action_id from action_finding l join finding_cause k on k.finding_id = l.finding_id))';

/** Everything that the tree of causes draws, in one statement. */
export const causeTree = statement(
  'causes.tree',
  jsonRow(
    CauseTree,
    'x',
    {
      causes: jsonList(CauseItem, 'c', item, 'from cause c where c.withdrawn_at is null order by lower(c.text), c.id limit 1000'),
      findings: jsonList(CauseFinding, 'f', finding, `from finding f where f.withdrawn_at is null and ${caused} order by f.ref, f.id limit 2000`),
      actions: jsonList(ActionBrief, 'b', brief, `from action b where b.withdrawn_at is null and ${joined} order by ${worstFirst} limit 5000`),
      words: shownWords,
    },
    'from (select 1) x',
  ),
);
