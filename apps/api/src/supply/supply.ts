import { Injectable } from '@nestjs/common';
import type { supplyRoutes } from '@followthrough/contracts';
import { checkLeave, checkPattern, dayAfter, FULL_TIME_DAY, patternEnd } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Refusal, refuse } from '../kernel/refusal';
import { type Transaction, Writes } from '../kernel/writes';
import { People } from '../people/people';
import { employed, isTheirEmployer, keepsFigures } from './employed';
import { LeaveRow } from './leave.row';
import { oursWithMonths, withMonths } from './months';
import { ReleaseRow } from './release.row';
import { ourSupply, personSupply } from './supply.sql';
import { WorkingPatternRow } from './working-pattern.row';

/** When people work and are away: kept by themselves and by the leads of their employer, and seen by nobody else. */
@Injectable()
export class Supply {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    private readonly people: People,
  ) {}

  async mine(asked: Asked<typeof supplyRoutes.mine>): Promise<string> {
    return withMonths(await this.reads.answer(asked, personSupply, [null]));
  }

  async person(asked: Asked<typeof supplyRoutes.person>): Promise<string> {
    return withMonths(await this.reads.answer(asked, personSupply, [asked.params.id]));
  }

  async ours(asked: Asked<typeof supplyRoutes.ours>): Promise<string> {
    return oursWithMonths(await this.reads.answer(asked, ourSupply));
  }

  /** A pattern from a day on. The one that holds then ends the day before, and holds again after a last day that this one has. */
  setPattern(asked: Asked<typeof supplyRoutes.setPattern>): Promise<string> {
    return this.kept(asked, async (db, personId) => {
      const known = await patternsOf(db, personId);
      const { fromOn } = asked.body;
      const others = known.filter((one) => one.fromOn !== fromOn);
      refuse(checkPattern(asked.body, others));
      const before = known.find((one) => one.fromOn <= fromOn && (one.toOn === null || one.toOn >= fromOn));
      const toOn = patternEnd(asked.body, others);
      if (before?.fromOn === fromOn) await db.delete(WorkingPatternRow, { id: before.id });
      else if (before) await db.update(WorkingPatternRow, { id: before.id }, { toOn: dayAfter(fromOn, -1) });
      await db.insert(WorkingPatternRow, { personId, ...asked.body, toOn });
      if (before && toOn !== null && (before.toOn === null || before.toOn > toOn)) {
        const { minutes, fullTimeMinutes } = before;
        await db.insert(WorkingPatternRow, { personId, fromOn: dayAfter(toOn, 1), toOn: patternEnd({ fromOn: dayAfter(toOn, 1), toOn: before.toOn }, others), minutes, fullTimeMinutes });
      }
    });
  }

  dropPattern(asked: Asked<typeof supplyRoutes.dropPattern>): Promise<string> {
    return this.kept<WorkingPatternRow>(asked, async (db, personId, gone) => {
      const known = await patternsOf(db, personId);
      await db.delete(WorkingPatternRow, { id: gone.id });
      const before = known.find((one) => one.toOn === dayAfter(gone.fromOn, -1));
      if (before) await db.update(WorkingPatternRow, { id: before.id }, { toOn: gone.toOn });
    }, (db, personId) => db.findOneBy(WorkingPatternRow, { personId, id: asked.params.pattern }));
  }

  addLeave(asked: Asked<typeof supplyRoutes.addLeave>): Promise<string> {
    return this.kept(asked, async (db, personId) => {
      refuse(checkLeave(asked.body, await db.findBy(LeaveRow, { personId })));
      await db.insert(LeaveRow, { personId, ...asked.body });
    });
  }

  dropLeave(asked: Asked<typeof supplyRoutes.dropLeave>): Promise<string> {
    return this.kept<LeaveRow>(asked, async (db, _personId, { id }) => void (await db.delete(LeaveRow, { id })), (db, personId) => db.findOneBy(LeaveRow, { personId, id: asked.params.leave }));
  }

  fund(asked: Asked<typeof supplyRoutes.fund>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      isTheirEmployer(await employed(db, asked.params.id));
      await this.people.fund(db, asked.params.id, asked.body);
      return shown(transaction, asked.params.id);
    });
  }

  /** A post that is to be filled from a day on, released whole, inside a deed of another feature to which its organisation has agreed. */
  async postIn(db: EntityManager, { organisationId, title, fromOn, week, confirmedBy }: Post): Promise<void> {
    const personId = await this.people.postIn(db, { name: `${title}, to be appointed`, jobTitle: title, organisationId, expectedOn: fromOn });
    await db.insert(WorkingPatternRow, { personId, fromOn, toOn: null, minutes: [...week], fullTimeMinutes: FULL_TIME_DAY });
    await db.insert(ReleaseRow, { personId, fromOn, toOn: null, percent: 100, fundedUntil: null, state: 'confirmed', confirmedBy, confirmedAt: () => 'now()' });
  }

  /** A write of the person or of a lead of their employer, answered with the person's fresh screen. `find`: what it is about, which has to be there. */
  private kept<Found extends object>(asked: Asked & { readonly params: { readonly id: string } }, work: (db: EntityManager, personId: string, found: Found) => Promise<void>, find?: (db: EntityManager, personId: string) => Promise<Found | null>): Promise<string> {
    return this.writes.transact(asked, async (transaction) => {
      const { db } = transaction;
      const person = await employed(db, asked.params.id);
      const found = find ? await find(db, person.id) : ({} as Found);
      if (!found) throw new Refusal('not_found');
      keepsFigures(person);
      await work(db, person.id, found);
      return shown(transaction, person.id);
    });
  }
}

interface Post {
  readonly organisationId: string;
  readonly title: string;
  readonly fromOn: string;
  /** Minutes on Monday, Tuesday … Sunday. */
  readonly week: readonly number[];
  /** Who of the organisation agreed. */
  readonly confirmedBy: string;
}

/** A person's screen as a write leaves it. */
export const shown = async ({ answer }: Transaction, id: string): Promise<string> => withMonths(await answer(personSupply, [id]));

const patternsOf = (db: EntityManager, personId: string): Promise<WorkingPatternRow[]> => db.findBy(WorkingPatternRow, { personId });
