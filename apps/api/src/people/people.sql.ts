import { Membership, OpenInvitation, PersonItem } from '@followthrough/contracts';
import { isOpen as isOpenAction } from '../closures/published';
import { cursorSql } from '../kernel/cursor';
import { columns, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

const isActive = '(m.ended_at is null and (m.valid_to is null or m.valid_to >= today()))';
const isOpen = '(i.accepted_at is null and i.revoked_at is null)';
const has = (from: string, where: string): string => `exists (select from ${from} where ${where})`;

const account = `case
  when ${has('membership m', `m.person_id = p.id and ${isActive}`)} then 'active'
  when ${has('invitation i', `i.person_id = p.id and ${isOpen}`)} then 'invited'
  when ${has('membership m', 'm.person_id = p.id')} then 'ended'
  else 'none' end`;

const made = {
  organisationName: '(select o.name from organisation o where o.id = p.organisation_id)',
  openActions: `(select count(*) from action a where a.owner_id = p.id and a.withdrawn_at is null and ${isOpenAction('a')})`,
  account,
  membership: `(select to_json(t) from (select ${columns(Membership, 'm')} from membership m where m.person_id = p.id and ${isActive}) t)`,
  invitation: `(select to_json(t) from (select ${columns(OpenInvitation, 'i')} from invitation i where i.person_id = p.id and ${isOpen}) t)`,
};

export const PEOPLE_ORDER = 'people';
const ROWS = 50;

/** $1: words or null, $2: organisation, $3: account state, $4 and $5: name and id of the last row before. */
export const peoplePage = statement(
  'people.page',
  `with page as materialized (
     select p.*, ${cursorSql(PEOPLE_ORDER, 'p.name', 'p.id')} as cursor, row_number() over (order by p.name collate as_counted, p.id) as n
     from person p
     where p.withdrawn_at is null
       and ($1::text is null or position(lower($1 collate as_counted) in lower(concat_ws(' ', p.name, p.job_title, p.email) collate as_counted)) > 0)
       and ($2::uuid is null or p.organisation_id = $2)
       and ($3::text is null or $3 = ${account})
       and ($4::text is null or (p.name collate as_counted, p.id) > ($4, $5::uuid))
     order by p.name collate as_counted, p.id
     limit ${ROWS + 1})
   select json_build_object(
     'items', (select coalesce(json_agg(t), '[]') from (select ${columns(PersonItem, 'p', made)} from page p where p.n <= ${ROWS} order by p.n) t),
     'next', (select p.cursor from page p where p.n = ${ROWS} and exists (select from page q where q.n > ${ROWS})))::text as answer`,
);

export const onePerson = statement('people.one', jsonRow(PersonItem, 'p', made, 'from person p where p.id = $1 and p.withdrawn_at is null'));
