import { AgreedCount, DiagnosisBrief } from '@followthrough/contracts';
import { columns } from '../kernel/select';

/** The whole page, for who shows it as at a moment that has been. */
export { diagnosisShown } from './diagnoses.sql';

/** What the page of finding `f` shows of its diagnosis; null until there is one. */
export const diagnosisOf = `(select to_json(t) from (select ${columns(DiagnosisBrief, 'd', {
  rootCause: '(select c.text from cause c where c.id = d.root_cause_id)',
  whys: '(select count(*) from why w where w.diagnosis_id = d.id)',
  causes: 'array(select c.text from finding_cause k join cause c on c.id = k.cause_id where k.finding_id = f.id order by lower(c.text), c.id)',
})} from diagnosis d where d.finding_id = f.id) t)`;

/** The diagnosis of that finding is agreed. */
export const isDiagnosisAgreed = (finding: string): string => `exists (select from diagnosis d where d.finding_id = ${finding} and d.state = 'agreed')`;

/** Of findings `f` from somewhere: for how many that want something done the diagnosis is agreed. */
export const agreedOf = (from: string): string => `(select to_json(t) from (select ${columns(AgreedCount, 'x', { agreed: `count(*) filter (where ${isDiagnosisAgreed('f.id')})`, findings: 'count(*)' })} ${from} f.kind in ('area_for_improvement', 'challenge')) t)`;
