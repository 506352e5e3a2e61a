import { Injectable } from '@nestjs/common';
import type { skillRoutes } from '@followthrough/contracts';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { SkillRow } from './skill.row';
import { allSkills, holdSkill, skilledPeople, skilledPerson } from './skills.sql';

const MOST_SKILLS = 200;

/** What people can do, in the locality's own words, and how well each can. */
@Injectable()
export class Skills {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof skillRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allSkills);
  }

  people(asked: Asked<typeof skillRoutes.people>): Promise<string> {
    return this.reads.answer(asked, skilledPeople);
  }

  add(asked: Asked<typeof skillRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const [many] = await db.query<{ count: number }[]>('select count(*)::integer as count from skill where withdrawn_at is null');
      if ((many?.count ?? 0) >= MOST_SKILLS) throw refuseField('name', `A locality has ${MOST_SKILLS} skills at most: a shorter list is easier to match`);
      await db.insert(SkillRow, asked.body);
      return answer(allSkills);
    });
  }

  edit(asked: Asked<typeof skillRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await write(db, SkillRow, await merge(db, SkillRow, asked.params.id, asked.body));
      return answer(allSkills);
    });
  }

  withdraw(asked: Asked<typeof skillRoutes.withdraw>): Promise<string> {
    return this.takeOut(asked, new Date());
  }

  restore(asked: Asked<typeof skillRoutes.restore>): Promise<string> {
    return this.takeOut(asked, null);
  }

  private takeOut(asked: Asked<typeof skillRoutes.withdraw> | Asked<typeof skillRoutes.restore>, withdrawnAt: Date | null): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const skill = await db.createQueryBuilder(SkillRow, 's').where('s.id = :id', { id: asked.params.id }).setLock('pessimistic_write').getOne();
      if (!skill || (skill.withdrawnAt === null) === (withdrawnAt === null)) throw new Refusal('not_found');
      await db.update(SkillRow, { id: skill.id }, { withdrawnAt });
      return answer(allSkills);
    });
  }

  hold(asked: Asked<typeof skillRoutes.hold>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, skill } = asked.params;
      const found = await db.query<unknown[]>('select from person p, skill s where p.id = $1 and p.withdrawn_at is null and s.id = $2 and s.withdrawn_at is null', [id, skill]);
      if (found.length === 0) throw new Refusal('not_found');
      await db.query(holdSkill, [id, skill, asked.body.level]);
      return answer(skilledPerson, [id]);
    });
  }
}
