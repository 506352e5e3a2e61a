import { Injectable } from '@nestjs/common';
import { type ActionAssessment, type assessmentRoutes } from '@followthrough/contracts';
import { checkOverride, dayAfter, londonDay } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { AssessmentSettingRow } from './assessment-setting.row';
import { assessment, assessmentSetting, doubts, doubtsOfPlan } from './assessments.sql';
import { FlagOverrideRow } from './flag-override.row';

/** What the facts say beside what was reported. The report is never touched: a flag is overridden beside it, by name and with a reason. */
@Injectable()
export class Assessments {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  doubts(asked: Asked<typeof assessmentRoutes.doubts>): Promise<string> {
    const { plan } = asked.query;
    return plan ? this.reads.answer(asked, doubtsOfPlan, [plan]) : this.reads.answer(asked, doubts);
  }

  override(asked: Asked<typeof assessmentRoutes.override>): Promise<string> {
    const actionId = asked.params.id;
    return this.writes.transact(asked, async ({ db, answer }) => {
      // Two who override the same flag at once come after one another: the second is told of the first.
      const [found] = await db.query<unknown[]>('select id from action where id = $1 and withdrawn_at is null for no key update', [actionId]);
      if (!found) throw new Refusal('not_found');
      const today = londonDay(new Date());
      const seen = JSON.parse(await answer(assessment, [actionId])) as ActionAssessment;
      refuse(checkOverride(seen, asked.body.flag, today));
      await db.insert(FlagOverrideRow, { actionId, ...asked.body, untilOn: (await cycleEnds(db, actionId, today)) ?? dayAfter(today, seen.setting.overrideDays) });
      return answer(assessment, [actionId]);
    });
  }

  endOverride(asked: Asked<typeof assessmentRoutes.endOverride>): Promise<string> {
    const { id, override } = asked.params;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const [made] = await db.query<{ id: string }[]>(
        `insert into flag_override (action_id, flag, ends_id) select v.action_id, v.flag, v.id from flag_override v join action a on a.id = v.action_id and a.withdrawn_at is null
         where v.id = $1 and v.action_id = $2 and v.until_on is not null and not exists (select from flag_override e where e.ends_id = v.id) returning id`,
        [override, id],
      );
      if (!made) throw new Refusal('not_found');
      return answer(assessment, [id]);
    });
  }

  setting(asked: Asked<typeof assessmentRoutes.setting>): Promise<string> {
    return this.reads.answer(asked, assessmentSetting);
  }

  editSetting(asked: Asked<typeof assessmentRoutes.editSetting>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const [{ id } = { id: '' }] = await db.query<{ id: string }[]>('select id from assessment_setting');
      await write(db, AssessmentSettingRow, await merge(db, AssessmentSettingRow, id, asked.body));
      return answer(assessmentSetting);
    });
  }
}

/** The day on which the open cycle of the action's plan is frozen, and not before today; none where no cycle is open. */
async function cycleEnds(db: EntityManager, actionId: string, today: string): Promise<string | undefined> {
  const [open] = await db.query<{ day: string }[]>(`select greatest(c.freezes_on, $2::date)::text as day from reporting_cycle c join action a on a.plan_id = c.plan_id where a.id = $1 and c.state = 'open'`, [actionId, today]);
  return open?.day;
}
