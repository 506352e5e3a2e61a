import { OrganisationItem } from '@followthrough/contracts';
import { isOpen } from '../closures/published';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

const counts = {
  people: '(select count(*) from person p where p.organisation_id = o.id and p.withdrawn_at is null)',
  openActions: `(select count(*) from action a where a.accountable_organisation_id = o.id and a.withdrawn_at is null and ${isOpen('a')})`,
};

export const allOrganisations = statement('organisations.all', `select json_build_object('items', ${jsonList(OrganisationItem, 'o', counts, 'from organisation o where o.withdrawn_at is null order by lower(o.name)')})::text as answer`);

export const oneOrganisation = statement('organisations.one', jsonRow(OrganisationItem, 'o', counts, 'from organisation o where o.id = $1 and o.withdrawn_at is null'));
