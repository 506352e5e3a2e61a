import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of effort that an import made: a range of days keeps its ends, and goes with the import when that is undone. */
export class ImportedEffort1763700000059 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table effort add column import_id uuid, add foreign key (locality_id, import_id) references import (locality_id, id);
      create index effort_import on effort (locality_id, import_id) where import_id is not null`);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
