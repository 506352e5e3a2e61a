import { Injectable } from '@nestjs/common';
import type { teamRoutes } from '@followthrough/contracts';
import { checkTeamTime } from '@followthrough/domain';
import { type EntityManager, IsNull } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { TeamMemberRow } from './team-member.row';
import { TeamRow } from './team.row';
import { allTeams, oneTeam } from './teams.sql';

/** Teams and multi-disciplinary groups, and who was in them when. */
@Injectable()
export class Teams {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof teamRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allTeams);
  }

  add(asked: Asked<typeof teamRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { identifiers } = await db.insert(TeamRow, asked.body);
      return answer(oneTeam, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof teamRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await write(db, TeamRow, await merge(db, TeamRow, asked.params.id, asked.body));
      return answer(oneTeam, [asked.params.id]);
    });
  }

  withdraw(asked: Asked<typeof teamRoutes.withdraw>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await held(db, asked.params.id);
      await db.update(TeamRow, { id: asked.params.id }, { withdrawnAt: () => 'now()' });
      return answer(allTeams);
    });
  }

  bringBack(asked: Asked<typeof teamRoutes.bringBack>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      if (!(await db.update(TeamRow, { id: asked.params.id }, { withdrawnAt: null })).affected) throw new Refusal('not_found');
      return answer(oneTeam, [asked.params.id]);
    });
  }

  join(asked: Asked<typeof teamRoutes.join>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: teamId } = asked.params;
      const { personId } = asked.body;
      await held(db, teamId);
      if ((await db.query<unknown[]>('select from person where id = $1 and withdrawn_at is null', [personId])).length === 0) throw refuseField('personId', 'That person is not here');
      refuse(checkTeamTime(asked.body, await db.findBy(TeamMemberRow, { teamId, personId })));
      await db.insert(TeamMemberRow, { teamId, ...asked.body });
      return answer(oneTeam, [teamId]);
    });
  }

  editMember(asked: Asked<typeof teamRoutes.editMember>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: teamId, member: id } = asked.params;
      await held(db, teamId);
      const all = await db.findBy(TeamMemberRow, { teamId });
      if (!all.some((one) => one.id === id)) throw new Refusal('not_found');
      const merged = await merge(db, TeamMemberRow, id, asked.body);
      const { personId } = merged.next;
      refuse(checkTeamTime(merged.next, all.filter((one) => one.personId === personId && one.id !== id)).map((one) => ({ ...one, field: 'toOn' })));
      await write(db, TeamMemberRow, merged);
      return answer(oneTeam, [teamId]);
    });
  }

  leave(asked: Asked<typeof teamRoutes.leave>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: teamId, member: id } = asked.params;
      await held(db, teamId);
      if (!(await db.delete(TeamMemberRow, { id, teamId })).affected) throw new Refusal('not_found');
      return answer(oneTeam, [teamId]);
    });
  }
}

/** A team is held while its members change, so that nobody is put into it twice at once. */
async function held(db: EntityManager, id: string): Promise<void> {
  const team = await db.findOne(TeamRow, { where: { id, withdrawnAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
  if (!team) throw new Refusal('not_found');
}
