import { Inject, Injectable } from '@nestjs/common';
import type { settingsRoutes } from '@followthrough/contracts';
import { checkAccent } from '@followthrough/domain';
import { ENV, type Env } from '../env';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { LocalityRow } from './locality.row';
import { localitySettings } from './settings.sql';

/** What a locality calls itself and the colour it likes, as long as people can read it. */
@Injectable()
export class Settings {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
    @Inject(ENV) private readonly env: Env,
  ) {}

  read(asked: Asked<typeof settingsRoutes.read>): Promise<string> {
    return this.reads.answer(asked, localitySettings, [this.env.demo]);
  }

  edit(asked: Asked<typeof settingsRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ actor, db, answer }) => {
      const merged = await merge(db, LocalityRow, actor.localityId ?? '', asked.body);
      refuse(checkAccent(merged.next.accent));
      await write(db, LocalityRow, merged);
      return answer(localitySettings, [this.env.demo]);
    });
  }
}
