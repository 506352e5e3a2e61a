import { omit, partial } from './kernel/derive';
import { Version } from './kernel/fields';
import { route } from './kernel/route';
import { Membership, PersonItem } from './people';

export class MembershipEdit extends partial(omit(Membership, 'id', 'version')) {
  @Version() version: number;
}

export const membershipRoutes = {
  edit: route({ method: 'PATCH', path: 'localities/:locality/memberships/:id', may: 'people.invite', says: 'Change what somebody may do here, or until when', body: MembershipEdit, answer: PersonItem, refusals: ['rule', 'stale'] }),
  end: route({ method: 'DELETE', path: 'localities/:locality/memberships/:id', may: 'people.invite', says: 'End somebody’s access at once; what they did stays', answer: PersonItem, refusals: ['rule'] }),
};
