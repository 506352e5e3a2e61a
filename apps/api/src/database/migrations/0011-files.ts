import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that things carry. */
export class Files1763700000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(FILES);
  }

  async down(): Promise<void> {
    throw new Error('Not undone: drop the database instead.');
  }
}

const FILES = `
  create table file (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    name text not null check (length(name) between 1 and 200 and name !~ '[[:cntrl:]/\\\\"]'),
    media_type text not null check (media_type in (
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/vnd.oasis.opendocument.text',
      'application/vnd.oasis.opendocument.spreadsheet',
      'application/vnd.oasis.opendocument.presentation',
      'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain')),
    size integer not null check (size between 1 and 10485760),
    -- SHA-256 of the bytes. The audit has it, so the seals cover what was attached.
    digest bytea not null check (length(digest) = 32),
    attached_by uuid default current_person(),
    attached_at timestamptz not null default now(),
    primary key (locality_id, id),
    foreign key (locality_id, attached_by) references person (locality_id, id)
  );
  create index file_attached on file (locality_id, attached_by, attached_at);
  call kernel.make_tenant('file', 'append_only');

  -- The bytes, under their file's id: apart, so that nothing which reads a file's name carries them along.
  create table file_content (
    locality_id uuid not null default current_locality() references locality,
    id uuid not null default uuidv7(),
    content bytea not null check (length(content) between 1 and 10485760),
    primary key (locality_id, id),
    foreign key (locality_id, id) references file (locality_id, id)
  );
  -- Pictures, PDFs and office files are compressed already.
  alter table file_content alter column content set storage external;
  call kernel.make_tenant('file_content', 'append_only');
`;
