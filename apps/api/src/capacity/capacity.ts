import { Injectable } from '@nestjs/common';
import type { capacityRoutes, Conflict } from '@followthrough/contracts';
import { checkConfirmedDays } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { Refusal, refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { capacityActions, capacityPage } from './capacity.sql';
import { ConfirmedDaysRow } from './confirmed-days.row';

/** Person-days needed and confirmed. A month nobody has spoken for is unknown: it has no row, and a zero is somebody's word. */
@Injectable()
export class Capacity {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  page(asked: Asked<typeof capacityRoutes.page>): Promise<string> {
    return this.reads.answer(asked, capacityPage, [null]);
  }

  actions(asked: Asked<typeof capacityRoutes.actions>): Promise<string> {
    return this.reads.answer(asked, capacityActions, [null, asked.query.organisation ?? null, `${asked.query.month}-01`]);
  }

  /** All of it or nothing. A figure that somebody else changed since it was read is refused, not overwritten. */
  confirm(asked: Asked<typeof capacityRoutes.confirm>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { cells } = asked.body;
      refuse(checkConfirmedDays(cells));
      const organisations = [...new Set(cells.map((cell) => cell.organisationId))].sort();
      // Locked in one order: two editors of the same organisations wait for each other, and then see what changed.
      const locked = await db.query<unknown[]>('select o.id from organisation o where o.id = any($1) and o.withdrawn_at is null order by o.id for update', [organisations]);
      if (locked.length < organisations.length) throw new Refusal('not_found');
      const kept = await db.createQueryBuilder(ConfirmedDaysRow, 'd').where('d.organisation_id = any(:organisations)', { organisations }).getMany();
      const clashes: Conflict['fields'][number][] = [];
      for (const { organisationId, month, days, was } of cells) {
        const row = kept.find((one) => one.organisationId === organisationId && one.month === `${month}-01`);
        const theirs = row ? Number(row.days) : null;
        if (theirs === days) continue;
        if (theirs !== was) clashes.push({ field: `${organisationId}.${month}`, base: was, theirs, yours: days, by: null });
        else if (days === null && row) await db.delete(ConfirmedDaysRow, { id: row.id });
        else if (row) await db.update(ConfirmedDaysRow, { id: row.id }, { days: String(days) });
        else await db.insert(ConfirmedDaysRow, { organisationId, month: `${month}-01`, days: String(days) });
      }
      if (clashes.length > 0) throw new Refusal('stale', { conflict: { version: 1, fields: clashes } });
      return answer(capacityPage, [null]);
    });
  }
}
