import { Injectable } from '@nestjs/common';
import type { MyWork, snoozeRoutes } from '@followthrough/contracts';
import { checkSnooze, workItems } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { myWork } from '../my-work/published';

const PUT_OFF = `insert into snooze (kind, thing_id, until_on) values ($1, $2, $3) on conflict on constraint snooze_one do update set until_on = excluded.until_on`;

/** Putting something of one's own work off. Only what is in the list can be, so the list itself is asked. */
@Injectable()
export class Snoozes {
  constructor(private readonly writes: Writes) {}

  snooze(asked: Asked<typeof snoozeRoutes.snooze>): Promise<string> {
    const { kind, thingId, untilOn } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      const mine = JSON.parse(await answer(myWork)) as MyWork;
      const item = workItems(mine).find((one) => one.kind === kind && one.id === thingId);
      if (!item) throw new Refusal('not_found');
      refuse(checkSnooze(untilOn, item.lastDay, mine.today));
      await db.query(PUT_OFF, [kind, thingId, untilOn]);
      return answer(myWork);
    });
  }

  /** What is awake stays so. */
  wake(asked: Asked<typeof snoozeRoutes.wake>): Promise<string> {
    const { kind, thingId } = asked.body;
    return this.writes.transact(asked, async ({ db, answer }) => {
      await db.query('delete from snooze where person_id = current_person() and kind = $1 and thing_id = $2', [kind, thingId]);
      return answer(myWork);
    });
  }
}
