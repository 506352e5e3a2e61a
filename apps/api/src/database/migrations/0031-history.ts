import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ways into a long history, by time in each: all of it, one kind, one person; and what is no longer there. */
export class History1763700000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index audit_at on audit (locality_id, at, position);
      create index audit_kind on audit (locality_id, table_name, at, position);
      create index audit_actor on audit (locality_id, actor_id, at, position);
      create index audit_removed on audit (locality_id, position) where change = 'delete';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
