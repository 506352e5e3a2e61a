import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The professions that a team wants among its members. */
export class Wanted1763700000057 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table team add column wanted text[] not null default '{}' check (cardinality(wanted) <= 30 and array_position(wanted, null) is null)`);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
