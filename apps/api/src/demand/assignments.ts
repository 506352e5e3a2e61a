import { Injectable } from '@nestjs/common';
import type { demandRoutes, NewAssignment } from '@followthrough/contracts';
import { checkAssignment } from '@followthrough/domain';
import { type EntityManager, IsNull } from 'typeorm';
import type { Actor } from '../kernel/actor';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { AssignmentRow } from './assignment.row';
import { effortOfAction } from './demand.sql';
import { lockedEffort } from './locked';

/** Who gives how much of a line. A lead asks; the person's own organisation confirms, and nobody else can. */
@Injectable()
export class Assignments {
  constructor(private readonly writes: Writes) {}

  request(asked: Asked<typeof demandRoutes.request>): Promise<string> {
    return this.writes.transact(asked, async ({ actor, db, answer }) => answer(effortOfAction, [await this.requestIn(db, asked.params.id, asked.body, (organisationId) => (isOurs(actor, { organisationId }) ? actor.personId : null))]));
  }

  /** Asks for a person's time inside a deed of its own or of another feature. `confirmedBy`: who of their organisation has agreed to it; nobody: it is asked for. Answers the action. */
  async requestIn(db: EntityManager, effortId: string, { personId, minutes, knowingly = false }: NewAssignment, confirmedBy: (organisationId: string | null) => string | null): Promise<string> {
    const { effort } = await lockedEffort(db, effortId);
    const [person] = await db.query<Whose[]>(`${WHOSE} and p.withdrawn_at is null`, [personId]);
    if (!person) throw refuseField('personId', 'Nobody of that name is here');
    const given = await db.query<{ personId: string; minutes: number }[]>('select person_id as "personId", minutes from assignment where effort_id = $1 and withdrawn_at is null', [effort.id]);
    refuse(checkAssignment({ minutes, knowingly }, { likelyMinutes: effort.likelyMinutes, givenMinutes: given.reduce((sum, one) => sum + one.minutes, 0), people: given.length, isOnIt: given.some((one) => one.personId === personId) }));
    const by = confirmedBy(person.organisationId);
    await db.insert(AssignmentRow, { effortId: effort.id, personId, minutes, ...(by === null ? {} : confirmed(by)) });
    return effort.actionId;
  }

  /** Takes somebody off a line inside a deed of another feature. Answers who of their organisation had confirmed them. */
  async takeOffIn(db: EntityManager, effortId: string, personId: string): Promise<string | null> {
    const found = await db.findOneBy(AssignmentRow, { effortId, personId, withdrawnAt: IsNull() });
    if (!found) throw new Refusal('not_found');
    await db.update(AssignmentRow, { id: found.id }, { withdrawnAt: new Date() });
    return found.confirmedBy;
  }

  confirm(asked: Asked<typeof demandRoutes.confirm>): Promise<string> {
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const { assignment, person, actionId } = await here(db, asked.params.id);
      if (!isOurs(actor, person)) throw new Refusal('rule', { detail: person.organisation === null ? 'They belong to no organisation yet, so nobody can confirm what they give. Say first whose they are.' : `They belong to ${person.organisation}: one of its own leads or administrators confirms what its people give.` });
      if (assignment.state === 'confirmed') throw new Refusal('already_done');
      await db.update(AssignmentRow, { id: assignment.id }, confirmed(actor.personId));
      return answer(effortOfAction, [actionId]);
    });
  }

  takeBack(asked: Asked<typeof demandRoutes.takeBack>): Promise<string> {
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const { assignment, person, actionId } = await here(db, asked.params.id);
      if (assignment.requestedBy !== actor.personId && !isOurs(actor, person)) throw new Refusal('rule', { detail: `Whoever asked for it can take it back${person.organisation === null ? '' : `, and ${person.organisation} can decline it`}.` });
      await db.update(AssignmentRow, { id: assignment.id }, { withdrawnAt: new Date() });
      return answer(effortOfAction, [actionId]);
    });
  }
}

interface Whose {
  readonly organisationId: string | null;
  readonly organisation: string | null;
}

const WHOSE = 'select p.organisation_id as "organisationId", (select o.name from organisation o where o.id = p.organisation_id) as organisation from person p where p.id = $1';

/** The route has seen to it that they are a lead or an administrator. */
const isOurs = (actor: Actor, { organisationId }: Pick<Whose, 'organisationId'>): boolean => organisationId !== null && organisationId === actor.organisationId;

const confirmed = (personId: string | null) => ({ state: 'confirmed', confirmedBy: personId, confirmedAt: new Date() }) as const;

/** A request that stands, of a line that is there, both locked. */
async function here(db: EntityManager, id: string): Promise<{ readonly assignment: AssignmentRow; readonly person: Whose; readonly actionId: string }> {
  const found = await db.findOneBy(AssignmentRow, { id });
  if (!found) throw new Refusal('not_found');
  const { effort } = await lockedEffort(db, found.effortId);
  const assignment = await db.findOneByOrFail(AssignmentRow, { id });
  const [person] = await db.query<Whose[]>(WHOSE, [assignment.personId]);
  if (assignment.withdrawnAt !== null || !person) throw new Refusal('not_found');
  return { assignment, person, actionId: effort.actionId };
}
