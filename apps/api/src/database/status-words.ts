import type { Colour, Mark, Status } from '@followthrough/contracts';

export interface StatusWord {
  readonly status: Status;
  readonly word: string;
  readonly definition: string;
  readonly colour: Colour;
  readonly mark: Mark;
}

/** The scale a new locality starts with; every word, colour and shape is then its own to change. */
export const STATUS_WORDS: readonly StatusWord[] = [
  { status: 'not_started', word: 'Not started', definition: 'Work has not begun.', colour: 'grey', mark: 'circle' },
  { status: 'on_track', word: 'On track', definition: 'No issue that the owner cannot deal with.', colour: 'green', mark: 'disc' },
  { status: 'at_risk', word: 'At risk', definition: 'There is an issue, and the owner has a way back.', colour: 'amber', mark: 'triangle' },
  { status: 'off_track', word: 'Off track', definition: 'Needs a decision above the owner.', colour: 'red', mark: 'square' },
  { status: 'complete', word: 'Complete', definition: 'Done, with evidence; a second person verifies it.', colour: 'light_blue', mark: 'tick' },
  { status: 'embedded', word: 'Embedded', definition: 'Verified by a second person, and seen to hold at three and six months.', colour: 'blue', mark: 'diamond' },
];
