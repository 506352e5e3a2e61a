import { Injectable } from '@nestjs/common';
import type { DaysCheckPage, daysCheckRoutes } from '@followthrough/contracts';
import { checkDaysSaid, lastWeekOf, plannedIn, type ProductiveTime } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { personDayOf, type ProofPerson, type ProofWork } from '../proof/published';
import { DaysCheckRow } from './days-check.row';
import { daysChecks } from './days-checks.sql';

interface Said extends Pick<DaysCheckPage, 'isMe' | 'weeks'> {
  readonly id: string;
  readonly today: string;
  readonly time: ProductiveTime;
  readonly people: readonly ProofPerson[];
  readonly work: readonly ProofWork[];
}

/** How people's weeks went, said by themselves and told to them and the leads of their employer. */
@Injectable()
export class DaysChecks {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  async mine(asked: Asked<typeof daysCheckRoutes.mine>): Promise<string> {
    return pageOf(await this.reads.answer(asked, daysChecks, [null]));
  }

  async of(asked: Asked<typeof daysCheckRoutes.of>): Promise<string> {
    return pageOf(await this.reads.answer(asked, daysChecks, [asked.params.id]));
  }

  /** Said again it takes the place of what was said, and keeps what was planned when it was first said. */
  say(asked: Asked<typeof daysCheckRoutes.say>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { week, answer: went, minutes } = asked.body;
      const said = JSON.parse(await answer(daysChecks, [null])) as Said;
      const plannedMinutes = said.weeks.find((one) => one.week === week)?.plannedMinutes ?? planned(said);
      refuse(checkDaysSaid({ week, answer: went, minutes }, plannedMinutes, said.today));
      await db.upsert(DaysCheckRow, { personId: said.id, week, plannedMinutes, answer: went, minutes: went === 'as_planned' ? null : (minutes ?? null) }, ['localityId', 'personId', 'week']);
      return pageOf(await answer(daysChecks, [null]));
    });
  }
}

const planned = ({ today, id, work, people, time }: Said): number => plannedIn(lastWeekOf(today), id, work, people[0], time);

function pageOf(text: string): string {
  const said = JSON.parse(text) as Said;
  return JSON.stringify({ isMe: said.isMe, week: lastWeekOf(said.today), planned: planned(said), personDay: personDayOf(said.people[0], said.today), weeks: said.weeks } satisfies DaysCheckPage);
}
