import { RoundBrief } from '@followthrough/contracts';
import { columns } from '../kernel/select';

const said = (stance: string) => `(select count(*) from partner_agreement g join diagnosis d on d.finding_id = r.finding_id and d.agreed_text = g.about where g.round_id = r.id and g.stance = '${stance}')`;

/** How far the round of finding `f` is; null until one is opened. */
export const roundOf = `(select to_json(t) from (select ${columns(RoundBrief, 'r', {
  state: `case when round_is_revealed(r.id) then 'revealed' else 'open' end`,
  asked: '(select count(*) from round_partner o where o.round_id = r.id)',
  written: '(select count(*) from round_written(r.id))',
  agree: said('agree'),
  partly: said('partly'),
  disagree: said('disagree'),
})} from diagnosis_round r where r.finding_id = f.id) t)`;
