import { Account, MyLocality, SessionItem } from '@followthrough/contracts';
import { columns, jsonList } from '../kernel/select';
import { statement } from '../kernel/statement';

export const mySession = statement(
  'identity.session',
  `select json_build_object(
     'user', (select to_json(t) from (select ${columns(Account, 'u')} from my_account() u) t),
     'localities', ${jsonList(MyLocality, 'l', {}, 'from my_localities() l')})::text as answer`,
);

export const mySessions = statement('identity.sessions', `select json_build_object('items', ${jsonList(SessionItem, 's', { address: `nullif(s.address, '')`, agent: `nullif(s.agent, '')` }, 'from my_sessions() s')})::text as answer`);
