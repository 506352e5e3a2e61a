import type { AsAt } from '@followthrough/contracts';

/** The history says nothing of that moment: it had not begun. */
export const isBeforeTheRecord = ({ on, recordedFrom }: Pick<AsAt, 'on' | 'recordedFrom'>): boolean => recordedFrom === null || on < recordedFrom;
