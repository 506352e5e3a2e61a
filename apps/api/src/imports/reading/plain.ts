import { storable } from '@followthrough/contracts';

/** A cell's text as we keep it, with one kind of line end. */
export const plain = (text: string): string => storable(text).replace(/\r\n?/g, '\n');
