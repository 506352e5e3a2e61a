import { Injectable } from '@nestjs/common';
import type { agendaRoutes } from '@followthrough/contracts';
import { checkOrder } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Refusal, refuse } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { AgendaItemFindingRow } from './agenda-item-finding.row';
import { AgendaItemRow } from './agenda-item.row';
import { checkHere, summitToChange } from './held';
import { onePage } from './summits.sql';

/** What a summit gives time to, in order; during it, which item is under way. */
@Injectable()
export class Agenda {
  constructor(private readonly writes: Writes) {}

  add(asked: Asked<typeof agendaRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: summitId } = asked.params;
      const { findingIds, ...item } = asked.body;
      await summitToChange(db, summitId);
      const items = await agendaOf(db, summitId);
      if (items.length >= 100) throw new Refusal('rule', { detail: 'An agenda holds at most 100 items.' });
      const { identifiers } = await db.insert(AgendaItemRow, { ...item, summitId, position: (items.at(-1)?.position ?? 0) + 1 });
      await addFindings(db, identifiers[0]?.['id'] as string, findingIds, 'findingIds');
      return answer(onePage, [summitId]);
    });
  }

  edit(asked: Asked<typeof agendaRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const { addFindings: added, removeFindings: removed, ...edit } = asked.body;
      const { summitId } = await itemToChange(db, id);
      await write(db, AgendaItemRow, await merge(db, AgendaItemRow, id, edit));
      for (const findingId of removed ?? []) await db.delete(AgendaItemFindingRow, { agendaItemId: id, findingId });
      await addFindings(db, id, added ?? [], 'addFindings');
      return answer(onePage, [summitId]);
    });
  }

  order(asked: Asked<typeof agendaRoutes.order>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: summitId } = asked.params;
      const { ids } = asked.body;
      await summitToChange(db, summitId);
      refuse(checkOrder((await agendaOf(db, summitId)).map((one) => one.id), ids));
      await db.query('update agenda_item i set position = t.at from unnest($1::uuid[]) with ordinality as t(id, at) where i.id = t.id and i.position <> t.at', [ids]);
      return answer(onePage, [summitId]);
    });
  }

  begin(asked: Asked<typeof agendaRoutes.begin>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, summitId, state } = await itemToChange(db, asked.params.id);
      if (state !== 'open') throw new Refusal('rule', { detail: 'An item is begun while the summit is open.' });
      await db.update(AgendaItemRow, { id }, { begunAt: new Date() });
      return answer(onePage, [summitId]);
    });
  }

  remove(asked: Asked<typeof agendaRoutes.remove>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id, summitId } = await itemToChange(db, asked.params.id);
      const [used] = await db.query<unknown[]>('select id from outcome where agenda_item_id = $1 limit 1', [id]);
      if (used) throw new Refusal('in_use', { detail: 'Something was agreed under this item, so it stays on the agenda' });
      await db.query('delete from agenda_item_finding where agenda_item_id = $1', [id]);
      await db.delete(AgendaItemRow, { id });
      return answer(onePage, [summitId]);
    });
  }
}

/** An item whose summit is held and may still be changed. */
async function itemToChange(db: EntityManager, id: string): Promise<{ readonly id: string; readonly summitId: string; readonly state: string }> {
  const item = await db.findOneBy(AgendaItemRow, { id });
  if (!item) throw new Refusal('not_found');
  const { state } = await summitToChange(db, item.summitId);
  return { id, summitId: item.summitId, state };
}

const agendaOf = (db: EntityManager, summitId: string): Promise<{ id: string; position: number }[]> => db.query('select id, position from agenda_item where summit_id = $1 order by position', [summitId]);

async function addFindings(db: EntityManager, itemId: string, ids: readonly string[], field: string): Promise<void> {
  const wanted = await checkHere(db, 'finding', ids, field);
  if (wanted.length > 0) await db.query('insert into agenda_item_finding (agenda_item_id, finding_id) select $1, unnest($2::uuid[]) on conflict do nothing', [itemId, wanted]);
}
