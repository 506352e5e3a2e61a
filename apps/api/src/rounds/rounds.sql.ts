import { AgreedWords, AgreementSaid, CancelledRound, Choice, DiagnosedFinding, DiagnosisRound, PartnerView, RoundPage, RoundPartner } from '@followthrough/contracts';
import { nameOf } from '../kernel/person';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { dayOf, stateOf } from './published';

const inside = (list: string, from: string): string => `(select to_json(t) from (select ${list} ${from}) t)`;

/** Row security leaves out the views that are not to be seen yet; nothing here decides it. */
const partners = jsonList(
  RoundPartner,
  'p',
  {
    name: 'o.name',
    isMine: 'p.organisation_id is not distinct from my_organisation()',
    hasWritten: 'p.organisation_id in (select round_written(r.id))',
    view: inside(columns(PartnerView, 'v'), 'from partner_view v where v.round_id = r.id and v.organisation_id = p.organisation_id'),
    agreement: inside(columns(AgreementSaid, 'g', { isEarlier: 'g.about is distinct from d.agreed_text' }), 'from partner_agreement g where g.round_id = r.id and g.organisation_id = p.organisation_id'),
  },
  'from round_partner p join organisation o on o.id = p.organisation_id where p.round_id = r.id order by lower(o.name), o.id',
);

const round = columns(DiagnosisRound, 'r', {
  state: stateOf('r'),
  revealedOn: `case when round_is_revealed(r.id) then least(${dayOf('r.revealed_at')}, r.closes_on + 1) end`,
});

/** Row security shows a cancelled round's view to those who might have written it, and to nobody else. */
const cancelled = jsonList(
  CancelledRound,
  'c',
  {
    openedOn: dayOf('c.opened_at'),
    cancelledOn: dayOf('c.cancelled_at'),
    cancelledByName: nameOf('c.cancelled_by'),
    asked: '(select count(*) from round_partner o where o.round_id = c.id)',
    written: '(select count(*) from round_written(c.id))',
    view: inside(columns(PartnerView, 'v'), 'from partner_view v where v.round_id = c.id'),
  },
  'from diagnosis_round c where c.finding_id = f.id and c.cancelled_at is not null order by c.cancelled_at desc limit 20',
);

/** The round's page of finding $1. */
export const roundPage = statement(
  'rounds.page',
  jsonRow(
    RoundPage,
    'f',
    {
      finding: inside(columns(DiagnosedFinding, 'f', { reviewTitle: '(select r.title from review r where r.id = f.review_id)' }), ''),
      round: `case when r.id is not null then ${inside(round, '')} end`,
      cancelled,
      mayWrite: `r.id is not null and not round_is_revealed(r.id) and exists (select where writes_for(r.id) is not null and (writes_for(r.id) not in (select round_written(r.id))
        or exists (select from partner_view v where v.round_id = r.id and v.organisation_id = writes_for(r.id))))`,
      partners,
      agreed: `case when d.id is not null then ${inside(columns(AgreedWords, 'd', { rootCause: '(select c.text from cause c where c.id = d.root_cause_id)' }), '')} end`,
      organisations: jsonList(Choice, 'o', {}, 'from organisation o where o.withdrawn_at is null order by lower(o.name), o.id limit 2000'),
    },
    'from finding f left join diagnosis_round r on r.finding_id = f.id and r.cancelled_at is null left join diagnosis d on d.finding_id = f.id where f.id = $1 and f.withdrawn_at is null',
  ),
);
