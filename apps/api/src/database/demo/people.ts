import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { ClientBase } from 'pg';
import { later } from './life';
import { DEMO_PEOPLE } from './places';
import { put } from './put';

export interface DemoPerson {
  readonly userId: string;
  readonly personId: string;
  readonly word: string;
}

/** One account for each role of a locality, all with the demo's password. Only a demo on loopback ever calls this. */
export async function demoPeople(owner: ClientBase, slug: string, localityId: string, password: string, today: string): Promise<readonly DemoPerson[]> {
  const digest = await hashPassword(password);
  const people = DEMO_PEOPLE.map(([word, role, name, job]) => ({ word, role, name, job, email: `${word}@${slug}.example`, userId: randomUUID(), personId: randomUUID() }));
  await put(owner, 'identity.user', people.map(({ userId, name, email }) => ({ id: userId, name, email, emailVerified: true, createdAt: today, updatedAt: today })));
  await put(owner, 'identity.account', people.map(({ userId }) => ({ id: randomUUID(), userId, accountId: userId, providerId: 'credential', password: digest, createdAt: today, updatedAt: today })));
  await put(owner, 'person', people.map(({ personId, name, job, email }) => ({ locality_id: localityId, id: personId, version: 1, name, job_title: job, email })));
  await put(owner, 'membership', people.map(({ userId, personId, role }) => ({ locality_id: localityId, id: randomUUID(), version: 1, user_id: userId, person_id: personId, roles: [role], valid_to: role === 'visitor' ? later(today, 60) : null })));
  return people.map(({ userId, personId, word }) => ({ userId, personId, word }));
}
