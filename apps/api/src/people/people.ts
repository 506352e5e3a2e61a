import { Injectable } from '@nestjs/common';
import type { peopleRoutes, PostFunding } from '@followthrough/contracts';
import { may } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import type { Actor } from '../kernel/actor';
import { cursorKeys } from '../kernel/cursor';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuseField } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { onePerson, PEOPLE_ORDER, peoplePage } from './people.sql';
import { PersonRow } from './person.row';

/** People of a locality, with an account or without: owners of actions need none. */
@Injectable()
export class People {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  async list(asked: Asked<typeof peopleRoutes.list>): Promise<string> {
    const { words, organisation, account, after } = asked.query;
    const [name, id] = after === undefined ? [] : cursorKeys(after, PEOPLE_ORDER, ['text', 'id']);
    return this.reads.answer(asked, peoplePage, [words ?? null, organisation ?? null, account ?? null, name ?? null, id ?? null]);
  }

  add(asked: Asked<typeof peopleRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(PersonRow, asked.body);
      return answer(onePerson, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof peopleRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const merged = await merge(db, PersonRow, asked.params.id, asked.body);
      if ('organisationId' in merged.changes) await mayMove(db, actor, merged.current);
      if (merged.next.expectedOn !== null && 'expectedOn' in merged.changes && (await hasAccess(db, asked.params.id))) throw refuseField('expectedOn', 'Somebody signs in as them, so the post is filled');
      if (merged.next.expectedOn !== null && merged.next.fundedUntil !== null && merged.next.fundedUntil < merged.next.expectedOn) throw refuseField('expectedOn', 'The money for the post ends before that');
      if ('email' in merged.changes && (await hasAccess(db, asked.params.id))) throw refuseField('email', 'They sign in with this address, so it cannot be changed here');
      await write(db, PersonRow, merged);
      return answer(onePerson, [asked.params.id]);
    });
  }

  /** A person as the people screen has them: what other deeds with people answer with. */
  shown({ answer }: Transaction, id: string): Promise<string> {
    return answer(onePerson, [id]);
  }

  /** A post that is being filled, inside a deed of another feature. Answers its id. */
  async postIn(db: EntityManager, post: { readonly name: string; readonly jobTitle: string; readonly organisationId: string; readonly expectedOn: string }): Promise<string> {
    const { identifiers } = await db.insert(PersonRow, post);
    return String(identifiers[0]?.['id']);
  }

  /** Until when somebody's post is paid for, as their employer says. */
  async fund(db: EntityManager, id: string, said: PostFunding): Promise<void> {
    const merged = await merge(db, PersonRow, id, said);
    const { expectedOn, fundedUntil } = merged.next;
    if (expectedOn !== null && fundedUntil !== null && fundedUntil < expectedOn) throw refuseField('fundedUntil', 'The money would end before the post is filled');
    await write(db, PersonRow, merged);
  }

  /** The person who is wanted, made if they are new; their row is held until the transaction ends. */
  async findOrAdd(db: EntityManager, { personId = null, name, email, organisationId = null }: Wanted): Promise<string> {
    const [found] = await db.query<{ id: string }[]>('select id from person where withdrawn_at is null and case when $1::uuid is null then lower(email) = lower($2) else id = $1 end for update', [personId, email]);
    if (!found && personId) throw refuseField('personId', 'That person is not here');
    if (found && organisationId) await db.query('update person set organisation_id = $2 where id = $1 and organisation_id is distinct from $2', [found.id, organisationId]);
    if (found) return found.id;
    const { identifiers } = await db.insert(PersonRow, { name, email, organisationId });
    return identifiers[0]?.['id'] as string;
  }
}

/** Who is invited: somebody who is here, or whoever has the address, or somebody new. */
export interface Wanted {
  readonly personId?: string | null;
  readonly name: string;
  readonly email: string;
  readonly organisationId?: string | null;
}

/**
 * Whose lead somebody is decides whose figures they see and whom they release, so nobody puts themselves into an organisation,
 * and nobody takes people with figures out of theirs but its own leads. Administrators may.
 */
async function mayMove(db: EntityManager, actor: Actor, { id, organisationId }: PersonRow): Promise<void> {
  if (may(actor, 'people.invite')) return;
  if (id === actor.personId) throw refuseField('organisationId', 'Where you work yourself is for a programme administrator to change');
  if (organisationId === null || organisationId === actor.organisationId) return;
  const figures = await db.query<unknown[]>('select from working_pattern where person_id = $1 union all select from leave where person_id = $1 union all select from release where person_id = $1', [id]);
  if (figures.length > 0) throw refuseField('organisationId', 'What they can give is kept here: a lead of their organisation or a programme administrator moves them');
}

async function hasAccess(db: EntityManager, personId: string): Promise<boolean> {
  const found = await db.query<unknown[]>('select from membership where person_id = $1 and ended_at is null union all select from invitation where person_id = $1 and accepted_at is null and revoked_at is null', [personId]);
  return found.length > 0;
}
