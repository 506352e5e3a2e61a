import { OutboxItem } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';

export const outbox = statement('mail.outbox', `select json_build_object('items', ${jsonList(OutboxItem, 'o', { body: `nullif(o.body, '')` }, 'from demo_outbox() o')})::text as answer`);
