import { StatusWord } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

export const allWords = statement('status-words.all', `select json_build_object('items', ${jsonList(StatusWord, 'w', {}, 'from status_word w order by w.position, w.id')})::text as answer`);

export const oneWord = statement('status-words.one', jsonRow(StatusWord, 'w', {}, 'from status_word w where w.id = $1'));
