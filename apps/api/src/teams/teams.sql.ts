import { TeamItem, TeamMember } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

const isIn = '(m.from_on <= today() and coalesce(m.to_on >= today(), true))';
const members = `from team_member m join person p on p.id = m.person_id and p.withdrawn_at is null where m.team_id = t.id`;

const shown = {
  organisationName: '(select o.name from organisation o where o.id = t.organisation_id)',
  now: `(select count(*) ${members} and ${isIn})`,
  professions: `array(select distinct p.profession ${members} and ${isIn} and p.profession is not null order by 1 limit 50)`,
  members: jsonList(
    TeamMember,
    'm',
    { name: 'p.name', jobTitle: 'p.job_title', profession: 'p.profession', expectedOn: 'p.expected_on', organisationName: '(select o.name from organisation o where o.id = p.organisation_id)' },
    `${members} order by ${isIn} desc, coalesce(m.to_on < today(), false), p.name collate as_counted, m.from_on limit 200`,
  ),
};

export const allTeams = statement('teams.all', `select json_build_object('today', today(), 'items', ${jsonList(TeamItem, 't', shown, 'from team t where t.withdrawn_at is null order by t.name collate as_counted limit 500')})::text as answer`);

export const oneTeam = statement('teams.one', jsonRow(TeamItem, 't', shown, 'from team t where t.id = $1 and t.withdrawn_at is null'));
