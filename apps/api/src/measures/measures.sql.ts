import { type Contract, MeasuredAction, MeasuredFinding, MeasureItem, MeasureName, MeasureOwner, MeasurePage, MeasurePoint, type MeasureQuery } from '@followthrough/contracts';
import { nameOf } from '../kernel/person';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shownWords } from '../status-words/published';

/** A point that nothing has corrected, and that has a figure. */
export const isLive = `p.value is not null and not exists (select from measure_point c where c.corrects_id = p.id)`;

const counted = {
  points: `(select count(*) from measure_point p where p.measure_id = m.id and ${isLive})`,
  actions: '(select count(*) from action_measure l join action a on a.id = l.action_id and a.withdrawn_at is null where l.measure_id = m.id)',
  findings: '(select count(*) from finding_measure l join finding f on f.id = l.finding_id and f.withdrawn_at is null where l.measure_id = m.id)',
};

const owner = (table: string, thing: string, says: string): string =>
  jsonList(MeasureOwner, 'o', { name: says }, `from ${thing} o where o.withdrawn_at is null and o.id in (select l.${thing}_id from ${table} l join measure m on m.id = l.measure_id and m.withdrawn_at is null) order by o.ref, o.id limit 5000`);

/**
 * What asks for somebody first: concern and what always fails its target, then by title. Who counts some of it otherwise says so in `count`,
 * and what more its answer says in `also`.
 * $1 action, $2 finding, $3 variation, $4 assurance, $5 too few points, $6 retired ones too.
 */
export const measuresListed = (count: Readonly<Record<string, string>> = {}, also: Readonly<Record<string, string>> = {}): string =>
  `select json_build_object(
     ${Object.entries(also).map(([field, sql]) => `'${field}', ${sql},`).join(' ')}
     'items', ${jsonList(
       MeasureItem,
       'm',
       { ...counted, ...count },
       `from measure m where m.withdrawn_at is null and ($6::boolean is true or m.retired_on is null)
          and ($1::uuid is null or exists (select from action_measure l where l.measure_id = m.id and l.action_id = $1))
          and ($2::uuid is null or exists (select from finding_measure l where l.measure_id = m.id and l.finding_id = $2))
          and ($3::text is null or m.variation = $3) and ($4::text is null or m.assurance = $4) and ($5::boolean is null or (m.variation is null) = $5)
        order by m.retired_on is not null, m.variation = 'concern' desc nulls last, m.assurance = 'fail' desc nulls last, lower(m.title), m.id limit 500`,
     )},
     'total', (select count(*) from measure m where m.withdrawn_at is null),
     'actions', ${owner('action_measure', 'action', `o.ref || ' ' || o.title`)},
     'findings', ${owner('finding_measure', 'finding', `o.ref || ' ' || left(o.quotation, 200)`)})::text as answer`;

export const measureList = statement('measures.list', measuresListed());

/** What the list is narrowed to, as the values of its statement. */
export const narrowing = ({ action, finding, variation, assurance, tooFew, retired }: MeasureQuery): readonly unknown[] => [action ?? null, finding ?? null, variation ?? null, assurance ?? null, tooFew ?? null, retired ?? null];

export const actionsShown = (contract: Contract = MeasuredAction): string =>
  jsonList(contract, 'a', { planTitle: '(select p.title from plan p where p.id = a.plan_id)' }, 'from action_measure l join action a on a.id = l.action_id and a.withdrawn_at is null where l.measure_id = m.id order by a.ref, a.id limit 500');

/** The page of measure $1; a contract that says more, or shows its actions otherwise, has those fields in `also`. */
export const measureShown = (contract: Contract = MeasurePage, also: Readonly<Record<string, string>> = {}): string =>
  jsonRow(
    contract,
    'm',
    {
      points: jsonList(MeasurePoint, 'q', { isCorrected: 'exists (select from measure_point c where c.corrects_id = q.id)', addedByName: nameOf('q.added_by') }, 'from measure_point q where q.measure_id = m.id order by q.on_day desc, q.id desc limit 4000'),
      actions: actionsShown(),
      findings: jsonList(
        MeasuredFinding,
        'f',
        { excerpt: `case when length(f.quotation) > 280 then left(f.quotation, 279) || '…' else f.quotation end`, reviewTitle: '(select r.title from review r where r.id = f.review_id)' },
        'from finding_measure l join finding f on f.id = l.finding_id and f.withdrawn_at is null where l.measure_id = m.id order by f.ref, f.id limit 500',
      ),
      replacedBy: `(select json_build_object('id', n.id, 'title', n.title) from measure n where n.id = m.replaced_by_id)`,
      replaces: jsonList(MeasureName, 'n', {}, 'from measure n where n.replaced_by_id = m.id and n.withdrawn_at is null order by n.retired_on desc, n.id limit 500'),
      words: shownWords,
      ...also,
    },
    'from measure m where m.id = $1 and m.withdrawn_at is null',
  );

export const measurePage = statement('measures.page', measureShown());
