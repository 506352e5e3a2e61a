import { Injectable } from '@nestjs/common';
import type { programmeRoutes } from '@followthrough/contracts';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { ProgrammeRow } from './programme.row';
import { allProgrammes, oneProgramme } from './programmes.sql';

/** What the locality runs already. Actions join it instead of starting beside it. */
@Injectable()
export class Programmes {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof programmeRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allProgrammes);
  }

  add(asked: Asked<typeof programmeRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      await checkPartner(db, asked.body.organisationId);
      const { identifiers } = await db.insert(ProgrammeRow, asked.body);
      return answer(oneProgramme, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof programmeRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, ProgrammeRow, asked.params.id, asked.body);
      await checkPartner(db, merged.changes.organisationId);
      await write(db, ProgrammeRow, merged);
      return answer(oneProgramme, [asked.params.id]);
    });
  }
}

async function checkPartner(db: EntityManager, id: string | null | undefined): Promise<void> {
  if (!id) return;
  const found = await db.query<unknown[]>('select id from organisation where id = $1 and withdrawn_at is null', [id]);
  if (found.length === 0) throw refuseField('organisationId', 'That organisation is not here');
}
