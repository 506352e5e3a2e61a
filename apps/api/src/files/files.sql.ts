import { FileItem } from '@followthrough/contracts';
import { jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

export const oneFile = statement(
  'files.one',
  jsonRow(FileItem, 'f', { digest: `encode(f.digest, 'hex')`, attachedBy: '(select p.name from person p where p.id = f.attached_by)' }, 'from file f where f.id = $1'),
);

/** Without `content`, the bytes lie in the store of files. */
export const fileContent = statement('files.content', `select f.name, f.media_type, encode(f.digest, 'hex') as digest, c.content from file f left join file_content c on c.id = f.id where f.id = $1`);

/** How many files the asker attached within the last hour. */
export const attachedLately = statement('files.lately', `select count(*)::text as many from file f where f.attached_by = current_person() and f.attached_at > now() - interval '1 hour'`);
