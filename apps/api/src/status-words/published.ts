import { ShownWord } from '@followthrough/contracts';
import { jsonList } from '../kernel/select';

/** The locality's scale as a field of another feature's answer: a status is never shown without its word. */
export const shownWords = jsonList(ShownWord, 'w', {}, 'from status_word w order by w.position, w.id');
