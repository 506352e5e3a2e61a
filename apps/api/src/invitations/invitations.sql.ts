import { InvitationItem, InvitationShown } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';

const made = {
  name: 'p.name',
  organisationName: '(select o.name from organisation o where o.id = p.organisation_id)',
  invitedBy: '(select q.name from membership m join person q on q.id = m.person_id where m.user_id = i.invited_by)',
  hasRunOut: '(i.expires_at <= now())',
};

export const waitingInvitations = statement(
  'invitations.waiting',
  `select json_build_object('items', ${jsonList(InvitationItem, 'i', made, 'from invitation i join person p on p.id = i.person_id where i.accepted_at is null and i.revoked_at is null order by i.created_at desc limit 500')})::text as answer`,
);

/** $1: the digest of the link's token. */
export const oneInvitation = statement('invitations.read', `select (select to_json(t)::text from (select ${columns(InvitationShown, 'i')} from read_invitation($1) i) t) as answer`);
