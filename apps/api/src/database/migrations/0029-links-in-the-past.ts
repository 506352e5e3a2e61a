import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes before what, and the programmes that actions are part of, are kept in versions and looked for in the audit like other links. */
export class LinksInThePast1763700000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index audit_links;
      create index audit_links on audit (locality_id, position) where table_name in ('action_cause', 'action_finding', 'action_organisation', 'action_outcome', 'action_programme', 'dependency');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}
