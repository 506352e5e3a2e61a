import { Injectable } from '@nestjs/common';
import type { attendanceRoutes, materialRoutes } from '@followthrough/contracts';
import { checkMaterial } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { AttendanceRow } from './attendance.row';
import { summitToChange } from './held';
import { MaterialRow } from './material.row';
import { onePage } from './summits.sql';

/** Which organisations were at a summit, and what they had before them. */
@Injectable()
export class AttendanceAndMaterials {
  constructor(private readonly writes: Writes) {}

  note(asked: Asked<typeof attendanceRoutes.note>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: summitId, organisation: organisationId } = asked.params;
      await summitToChange(db, summitId);
      const [known] = await db.query<unknown[]>('select id from organisation where id = $1 and withdrawn_at is null', [organisationId]);
      if (!known) throw new Refusal('not_found');
      const { people, names = null } = asked.body;
      await db.query('insert into attendance (summit_id, organisation_id, people, names) values ($1, $2, $3, $4) on conflict (locality_id, summit_id, organisation_id) do update set people = excluded.people, names = excluded.names', [summitId, organisationId, people, names]);
      return answer(onePage, [summitId]);
    });
  }

  absent(asked: Asked<typeof attendanceRoutes.remove>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: summitId, organisation: organisationId } = asked.params;
      await summitToChange(db, summitId);
      const { affected } = await db.delete(AttendanceRow, { summitId, organisationId });
      if (!affected) throw new Refusal('not_found');
      return answer(onePage, [summitId]);
    });
  }

  addMaterial(asked: Asked<typeof materialRoutes.add>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id: summitId } = asked.params;
      const { title, url = null, fileId = null } = asked.body;
      await summitToChange(db, summitId);
      refuse(checkMaterial({ url, fileId }));
      const [file] = fileId ? await db.query<unknown[]>('select id from file where id = $1', [fileId]) : [];
      if (fileId && !file) throw refuseField('fileId', 'That file is not here');
      const [{ many } = { many: 0 }] = await db.query<{ many: number }[]>('select count(*)::integer as many from material where summit_id = $1', [summitId]);
      if (many >= 100) throw new Refusal('rule', { detail: 'A summit has at most 100 materials.' });
      await db.insert(MaterialRow, { summitId, title, url, fileId });
      return answer(onePage, [summitId]);
    });
  }

  removeMaterial(asked: Asked<typeof materialRoutes.remove>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const material = await db.findOneBy(MaterialRow, { id: asked.params.id });
      if (!material) throw new Refusal('not_found');
      await summitToChange(db, material.summitId);
      await db.delete(MaterialRow, { id: material.id });
      return answer(onePage, [material.summitId]);
    });
  }
}
