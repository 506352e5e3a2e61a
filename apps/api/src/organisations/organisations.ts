import { Injectable } from '@nestjs/common';
import type { organisationRoutes } from '@followthrough/contracts';
import { checkOrganisation } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { OrganisationRow } from './organisation.row';
import { allOrganisations, oneOrganisation } from './organisations.sql';

/** The partners of a locality. They are renamed, merged and replaced mid-plan, so each has its time and its successor. */
@Injectable()
export class Organisations {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof organisationRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allOrganisations);
  }

  add(asked: Asked<typeof organisationRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      refuse(checkOrganisation(asked.body));
      const { identifiers } = await db.insert(OrganisationRow, asked.body);
      return answer(oneOrganisation, [identifiers[0]?.['id']]);
    });
  }

  edit(asked: Asked<typeof organisationRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, OrganisationRow, asked.params.id, asked.body);
      refuse(checkOrganisation(merged.next));
      await write(db, OrganisationRow, merged);
      return answer(oneOrganisation, [asked.params.id]);
    });
  }
}
