import { ProgrammeItem } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

const shown = {
  organisationName: '(select o.name from organisation o where o.id = p.organisation_id)',
  actions: '(select count(*) from action_programme l join action a on a.id = l.action_id and a.withdrawn_at is null where l.programme_id = p.id)',
};

export const allProgrammes = statement('programmes.all', `select json_build_object('items', ${jsonList(ProgrammeItem, 'p', shown, 'from programme p order by lower(p.name) limit 1000')})::text as answer`);

export const oneProgramme = statement('programmes.one', jsonRow(ProgrammeItem, 'p', shown, 'from programme p where p.id = $1'));
