import { Choice, type Contract, Diagnosis, DiagnosedFinding, DiagnosisPage, EvidenceFile, FindingCause, WhyEvidence, WhyItem } from '@followthrough/contracts';
import { actionsOf, isCauseAnswered } from '../causes/published';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { measureOf } from '../measures/published';
import { shownWords } from '../status-words/published';

const finding = columns(DiagnosedFinding, 'f', { reviewTitle: '(select r.title from review r where r.id = f.review_id)' });

const whys = jsonList(WhyItem, 'w', { evidence: jsonList(WhyEvidence, 'e', { measure: measureOf('e.measure_id'), file: `(select to_json(t) from (select ${columns(EvidenceFile, 'x')} from file x where x.id = e.file_id) t)` }, 'from why_evidence e where e.why_id = w.id order by e.id') }, 'from why w where w.diagnosis_id = d.id order by w.position');

const causes = jsonList(
  FindingCause,
  'c',
  {
    behind: `array(with recursive way as (
      select b.deeper_id, b.text, 1 as step from cause b where b.id = c.deeper_id
      union all select b.deeper_id, b.text, w.step + 1 from way w join cause b on b.id = w.deeper_id
    ) select w.text from way w order by w.step limit 100)`,
    otherFindings: '(select count(*) from finding_cause o join finding g on g.id = o.finding_id and g.withdrawn_at is null where o.cause_id = c.id and g.id <> f.id)',
    actions: actionsOf('c.id'),
    answered: isCauseAnswered('c.id'),
  },
  'from finding_cause k join cause c on c.id = k.cause_id where k.finding_id = f.id order by c.id = d.root_cause_id desc nulls last, lower(c.text), c.id',
);

/** The diagnosis page of finding $1; a contract that says more has its fields in `also`. */
export const diagnosisShown = (contract: Contract = DiagnosisPage, also: Readonly<Record<string, string>> = {}): string =>
  jsonRow(
    contract,
    'f',
    {
      finding: `(select to_json(t) from (select ${finding}) t)`,
      diagnosis: `case when d.id is not null then (select to_json(t) from (select ${columns(Diagnosis, 'd')}) t) end`,
      whys,
      causes,
      known: jsonList(Choice, 'c', { name: 'c.text' }, 'from cause c where c.withdrawn_at is null order by lower(c.text), c.id limit 1000'),
      words: shownWords,
      ...also,
    },
    'from finding f left join diagnosis d on d.finding_id = f.id where f.id = $1 and f.withdrawn_at is null',
  );

export const diagnosisPage = statement('diagnoses.page', diagnosisShown());
