import { AwaitedView, RoundBrief } from '@followthrough/contracts';
import { access } from '@followthrough/domain';
import { columns, jsonList } from '../kernel/select';

const said = (stance: string) => `(select count(*) from partner_agreement g join diagnosis d on d.finding_id = r.finding_id and d.agreed_text = g.about where g.round_id = r.id and g.stance = '${stance}')`;

/** A round's moment as the London day. */
export const dayOf = (column: string): string => `(${column} at time zone 'Europe/London')::date`;
export const stateOf = (round: string): string => `case when ${round}.cancelled_at is not null then 'cancelled' when round_is_revealed(${round}.id) then 'revealed' else 'open' end`;

/** How far the last round of finding `f` is; null until one is opened. A cancelled one is not the last while there is another. */
export const roundOf = `(select to_json(t) from (select ${columns(RoundBrief, 'r', {
  state: stateOf('r'),
  asked: '(select count(*) from round_partner o where o.round_id = r.id)',
  written: '(select count(*) from round_written(r.id))',
  agree: said('agree'),
  partly: said('partly'),
  disagree: said('disagree'),
  cancelledOn: dayOf('r.cancelled_at'),
})} from diagnosis_round r where r.finding_id = f.id order by r.cancelled_at is not null, r.opened_at desc limit 1) t)`;

/** The findings that actions answer early, and so with a reason. */
export const unagreedFindings = 'array(select r.finding_id from diagnosis_round r where r.cancelled_at is null and awaits_agreement(r.finding_id) limit 2000)';

/** The open rounds in which my organisation has not written yet and I may write for it, those that close soonest first. */
export const awaitedViews = jsonList(
  AwaitedView,
  'r',
  { ref: 'f.ref', quotation: `case when length(f.quotation) > 300 then left(f.quotation, 299) || '…' else f.quotation end`, organisationName: 'g.name' },
  `from round_partner o join diagnosis_round r on r.id = o.round_id join finding f on f.id = r.finding_id join organisation g on g.id = o.organisation_id
    where o.organisation_id = my_organisation() and exists (select from membership m where m.person_id = current_person() and m.ended_at is null and m.roles && '{${access['view.write'].join()}}'::text[]) and not kernel.is_over(r) and writes_for(r.id) is not null and o.organisation_id not in (select round_written(r.id))
    order by r.closes_on, f.ref, r.id limit 50`,
);
