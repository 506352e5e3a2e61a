import { FileItem } from '@followthrough/contracts';
import { jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

export const oneFile = statement(
  'files.one',
  jsonRow(FileItem, 'f', { digest: `encode(f.digest, 'hex')`, attachedBy: '(select p.name from person p where p.id = f.attached_by)' }, 'from file f where f.id = $1'),
);

/** The row holds the digest of what was attached; the bytes are taken only while they still have it. */
export const fileContent = statement('files.content', 'select f.name, f.media_type, c.content from file f join file_content c on c.id = f.id and sha256(c.content) = f.digest where f.id = $1');

/** How many files the asker attached within the last hour. */
export const attachedLately = statement('files.lately', `select count(*)::text as many from file f where f.attached_by = current_person() and f.attached_at > now() - interval '1 hour'`);
