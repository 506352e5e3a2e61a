import type { BoardItem, BoardMeeting } from '@followthrough/contracts';

/** From the next meeting on; without one, all have been. */
export const toCome = ({ meetings, nextOn }: BoardItem): readonly BoardMeeting[] => meetings.filter((one) => nextOn !== null && one.heldOn >= nextOn);
