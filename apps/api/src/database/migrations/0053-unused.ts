import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies under a cause is found by the statements themselves now, in the past too. */
export class Unused1763700000053 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('drop function kernel.way_down');
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
