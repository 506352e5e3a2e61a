import { Injectable } from '@nestjs/common';
import type { ImportStepName } from '@followthrough/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../kernel/actor';
import type { Told } from './worker/db';

/** How far one long deed has come. */
export interface Mark {
  /** Of the import, also while there is no row of it. */
  readonly id: string;
  /** Each call is a transaction of its own: a step tells a handful of times, not for each row. */
  during(step: ImportStepName): Told;
  /** Over, well or badly. */
  end(): Promise<void>;
}

const BEGIN = `insert into kernel.import_progress (import_id, step, percent, file_name, started_by) values (uuidv7(), 'reading', 0, $1, $2) returning import_id as id`;
const MOVE = 'insert into kernel.import_progress (import_id, step, percent, started_by) values ($1, $2, $3, $4) on conflict (locality_id, import_id) do update set step = excluded.step, percent = excluded.percent, at = clock_timestamp()';

/** Marks lie beside the transactions of imports, where whoever waits or comes back can see them. */
@Injectable()
export class Marks {
  constructor(private readonly source: DataSource) {}

  /** For a file that is to become an import. */
  async begin(actor: Actor, fileName: string): Promise<Mark> {
    // What is left of a server that stopped.
    await this.write(actor, `delete from kernel.import_progress where at < now() - interval '1 hour'`, []);
    const [made] = await this.write<{ readonly id: string }[]>(actor, BEGIN, [fileName, actor.userId]);
    return this.of(actor, made?.id ?? '');
  }

  /** For an import that is there. Nothing is marked until its step tells something. */
  of(actor: Actor, id: string): Mark {
    return {
      id,
      during: (step) => async (percent) => void (await this.write(actor, MOVE, [id, step, percent, actor.userId])),
      end: async () => void (await this.write(actor, 'delete from kernel.import_progress where import_id = $1', [id])),
    };
  }

  private write<T>({ localityId }: Actor, sql: string, values: readonly unknown[]): Promise<T> {
    return this.source.transaction(async (db) => {
      await db.query(`select set_config('app.locality', $1, true)`, [localityId]);
      return db.query(sql, [...values]);
    });
  }
}
