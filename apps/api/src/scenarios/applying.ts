import { Injectable } from '@nestjs/common';
import { type ScenarioChange, type ScenarioFacts, type ScenarioWork, replay, weekOf } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import { Actions } from '../actions/actions';
import { Assignments } from '../demand/assignments';
import { Efforts } from '../demand/efforts';
import { Supply } from '../supply/supply';

/** What is applied, and on whose word. */
export interface Agreed {
  readonly changes: readonly ScenarioChange[];
  /** The reason that everything is written with. */
  readonly reason: string;
  /** Who is said to have agreed to a move. */
  readonly agreedBy: string;
  /** Who of each organisation agreed. */
  readonly signers: ReadonlyMap<string, string>;
}

type Kind<K extends ScenarioChange['kind']> = Extract<ScenarioChange, { readonly kind: K }>;

/**
 * Writes the changes of a scenario by the deeds that people do by hand, so that their checks, the history and what follows
 * hold. What is written to lines and people is what the replay came to, so it is what was shown.
 */
@Injectable()
export class Applying {
  constructor(
    private readonly actions: Actions,
    private readonly efforts: Efforts,
    private readonly assignments: Assignments,
    private readonly supply: Supply,
  ) {}

  async write(db: EntityManager, before: ScenarioFacts, agreed: Agreed): Promise<void> {
    const { changes, reason } = agreed;
    const { facts: after, along } = replay(before, changes);
    const of = <K extends ScenarioChange['kind']>(kind: K): readonly Kind<K>[] => changes.filter((one): one is Kind<K> => one.kind === kind);
    for (const { actionId } of of('drop')) await this.actions.withdrawIn(db, actionId, reason);
    for (const { organisationId, title, toOn, minutes } of of('hire')) {
      const confirmedBy = agreed.signers.get(organisationId);
      if (confirmedBy) await this.supply.postIn(db, { organisationId, title, fromOn: toOn, week: weekOf(minutes), confirmedBy });
    }
    for (const { actionId, organisationId } of of('hand_over')) await this.actions.editIn(db, actionId, { accountableOrganisationId: organisationId, version: await versionOf(db, actionId), reason });
    const days = new Map(of('move').map(({ actionId, toOn }) => [actionId, toOn]));
    if (days.size > 0) await this.actions.moveIn(db, days, { reason: 'capacity', agreedBy: agreed.agreedBy, note: reason, follow: along.map(({ id, toOn }) => ({ id, dueOn: toOn })) });
    const works = new Map(after.work.map((one) => [one.id, one]));
    for (const change of of('split')) {
      const [was, second] = [before.work.find((one) => one.id === change.actionId), works.get(change.id)];
      if (was && second) await this.second(db, was, second, agreed);
    }
    for (const was of before.work) {
      const is = works.get(was.id);
      if (is && is !== was) await this.lines(db, was, is, agreed);
    }
  }

  /** The part of an action that goes its own way, with its lines and their people. */
  private async second(db: EntityManager, was: ScenarioWork, is: ScenarioWork, agreed: Agreed): Promise<void> {
    const { reason } = agreed;
    const id = await this.actions.splitIn(db, was.id, { dueOn: is.dueOn ?? '', daysNeeded: is.lines.length > 0 ? null : inDays(is.left ?? 0), reason });
    const deliver = was.lines.filter((one) => one.purpose === 'deliver');
    for (const [at, line] of is.lines.entries()) {
      const effortId = await this.efforts.copyIn(db, deliver[at]?.id ?? '', id, line.likely, reason);
      for (const part of line.parts) if (part.personId !== null) await this.down(db, effortId, part.personId, part.minutes, null, agreed);
    }
  }

  /** What is left of an action, its lines and who is down for them, as they come out. */
  private async lines(db: EntityManager, was: ScenarioWork, is: ScenarioWork, agreed: Agreed): Promise<void> {
    const { reason } = agreed;
    if (is.left !== was.left && is.left !== null && !is.lines.some((one) => one.purpose === 'deliver')) await this.actions.editIn(db, is.id, { daysNeeded: inDays(is.spent + is.left), version: await versionOf(db, is.id), reason });
    for (const [at, line] of is.lines.entries()) {
      const before = was.lines[at];
      if (!before || before === line) continue;
      const had = new Map(before.parts.map((one) => [one.personId, one.minutes]));
      const has = new Map(line.parts.map((one) => [one.personId, one.minutes]));
      const signed = new Map<string, string | null>();
      for (const [personId, minutes] of had) if (personId !== null && has.get(personId) !== minutes) signed.set(personId, await this.assignments.takeOffIn(db, line.id, personId));
      if (line.likely !== before.likely) await this.efforts.scaleIn(db, line.id, line.likely, reason);
      for (const [personId, minutes] of has) if (personId !== null && had.get(personId) !== minutes) await this.down(db, line.id, personId, minutes, signed.get(personId) ?? null, agreed);
    }
  }

  /** Puts somebody down. Their organisation agreed with the scenario, or had confirmed more of the same; else it is asked. */
  private async down(db: EntityManager, effortId: string, personId: string, minutes: number, before: string | null, { signers }: Agreed): Promise<void> {
    await this.assignments.requestIn(db, effortId, { personId, minutes, knowingly: true }, (organisationId) => (organisationId === null ? null : (signers.get(organisationId) ?? before)));
  }
}

/** Person-days of 450 minutes, in tenths, as estimates of actions without lines are kept. */
const inDays = (minutes: number): number => Math.round(minutes / 45) / 10;

async function versionOf(db: EntityManager, id: string): Promise<number> {
  const [row] = await db.query<{ version: number }[]>('select version from action where id = $1', [id]);
  return row?.version ?? 1;
}
