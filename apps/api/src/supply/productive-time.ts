import { Injectable } from '@nestjs/common';
import type { supplyRoutes } from '@followthrough/contracts';
import { checkProductiveTime, type ProductiveTime, usualProductiveTime } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { refuse, Refusal } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { ProductiveTimeRow } from './productive-time.row';
import { productiveTime } from './supply.sql';

type Said = Partial<ProductiveTime>;

/** Version 0 saw the usual figures: what somebody said since, and says otherwise, is not overwritten unseen. */
function refuseFirst(said: Said, row: ProductiveTimeRow): void {
  const fields = (Object.keys(usualProductiveTime) as (keyof ProductiveTime)[]).flatMap((field) =>
    said[field] !== undefined && said[field] !== row[field] && row[field] !== usualProductiveTime[field] ? [{ field, base: usualProductiveTime[field], theirs: row[field], yours: said[field], by: null }] : [],
  );
  if (fields.length > 0) throw new Refusal('stale', { conflict: { version: row.version, fields } });
}

/** How a year of working days goes here. Until somebody says so there is no row, and the usual figures hold. */
@Injectable()
export class ProductiveTimes {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  read(asked: Asked<typeof supplyRoutes.time>): Promise<string> {
    return this.reads.answer(asked, productiveTime);
  }

  edit(asked: Asked<typeof supplyRoutes.editTime>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { version, ...said } = asked.body;
      const [row] = await db.find(ProductiveTimeRow);
      if (!row) {
        if (version > 0) throw new Refusal('bad_input', { fields: [{ field: 'version', code: 'too_large', message: 'That version does not exist yet' }] });
        const time = { ...usualProductiveTime, ...said };
        refuse(checkProductiveTime(time));
        await db.insert(ProductiveTimeRow, time);
        return answer(productiveTime);
      }
      if (version === 0) refuseFirst(said, row);
      const merged = await merge(db, ProductiveTimeRow, row.id, { ...said, version: version || row.version });
      refuse(checkProductiveTime(merged.next));
      await write(db, ProductiveTimeRow, merged);
      return answer(productiveTime);
    });
  }
}
