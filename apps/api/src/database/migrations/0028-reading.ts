import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the reading of a long file has come, beside how far the applying of an import has. */
export class Reading1763700000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(READING);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const READING = `
  -- A file that is read is no import yet, so that a refused one leaves nothing: its mark says whose it is and what it is called.
  truncate kernel.import_progress;
  alter table kernel.import_progress
    add step text not null check (step in ('reading', 'understanding', 'applying')),
    add file_name text check (length(file_name) between 1 and 300),
    add started_by uuid not null;
`;
