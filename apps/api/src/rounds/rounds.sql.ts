import { AgreedWords, AgreementSaid, Choice, DiagnosedFinding, DiagnosisRound, PartnerView, RoundPage, RoundPartner } from '@followthrough/contracts';
import { columns, jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

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
  state: `case when round_is_revealed(r.id) then 'revealed' else 'open' end`,
  revealedOn: `case when round_is_revealed(r.id) then least((r.revealed_at at time zone 'Europe/London')::date, r.closes_on + 1) end`,
});

/** The round's page of finding $1. */
export const roundPage = statement(
  'rounds.page',
  jsonRow(
    RoundPage,
    'f',
    {
      finding: inside(columns(DiagnosedFinding, 'f', { reviewTitle: '(select r.title from review r where r.id = f.review_id)' }), ''),
      round: `case when r.id is not null then ${inside(round, '')} end`,
      mayWrite: `r.id is not null and not round_is_revealed(r.id) and exists (select where writes_for(r.id) is not null and (writes_for(r.id) not in (select round_written(r.id))
        or exists (select from partner_view v where v.round_id = r.id and v.organisation_id = writes_for(r.id))))`,
      partners,
      agreed: `case when d.id is not null then ${inside(columns(AgreedWords, 'd', { rootCause: '(select c.text from cause c where c.id = d.root_cause_id)' }), '')} end`,
      organisations: jsonList(Choice, 'o', {}, 'from organisation o where o.withdrawn_at is null order by lower(o.name), o.id limit 2000'),
    },
    'from finding f left join diagnosis_round r on r.finding_id = f.id left join diagnosis d on d.finding_id = f.id where f.id = $1 and f.withdrawn_at is null',
  ),
);
