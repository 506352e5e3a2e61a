import { BoardItem } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shown } from './published';

export const allBoards = statement('boards.all', `select json_build_object('items', ${jsonList(BoardItem, 'b', shown, 'from board b order by lower(b.name)')})::text as answer`);

export const oneBoard = statement('boards.one', jsonRow(BoardItem, 'b', shown, 'from board b where b.id = $1'));
