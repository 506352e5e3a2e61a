import type { ShownWord, TimelineAction } from '@followthrough/contracts';
import { ukDate } from '@followthrough/ui';
import { noteOf } from './picture';
import type { Related } from './timeline-store';

/** What the picture shows of one action, in words. */
export interface Facts {
  readonly status: string;
  readonly dates: string;
  readonly milestones: string;
  readonly waitsFor: string;
  readonly opens: string;
}

interface Around {
  readonly words: readonly ShownWord[];
  readonly today: string;
  readonly waitsFor: ReadonlyMap<string, readonly Related[]>;
  readonly opens: ReadonlyMap<string, readonly Related[]>;
}

export function factsOf(action: TimelineAction, { words, today, waitsFor, opens }: Around): Facts {
  return {
    status: words.find((one) => one.status === action.status)?.word ?? '',
    dates: datesOf(action, today),
    milestones: milestonesOf(action),
    waitsFor: refsOf(waitsFor.get(action.id), 'blocks', 'Waits for', 'is helped by'),
    opens: refsOf(opens.get(action.id), 'blocks', 'Holds up', 'opens the way to'),
  };
}

/** All of it as one sentence after another, for those who hear it. */
export const spokenFacts = (facts: Facts, isCritical: boolean): string => [...Object.values<string>({ ...facts }), isCritical ? 'On the critical chain' : ''].filter((one) => one !== '').join('. ');

function datesOf(action: TimelineAction, today: string): string {
  const { startOn, startText, dueOn, baselineDueOn, moves, disposition } = action;
  const begins = startOn ? ukDate(startOn) : startText ? `“${startText}”` : '';
  const note = noteOf(action, today);
  if (!dueOn) return begins ? `From ${begins}, ${note}` : note;
  const span = begins ? `${begins} to ${ukDate(dueOn)}` : `Due ${ukDate(dueOn)}`;
  const moved = moves === 0 || !baselineDueOn ? '' : `, moved ${moves === 1 ? 'once' : `${moves} times`} from ${ukDate(baselineDueOn)}`;
  return `${span}${moved}${action.overdue || (disposition !== null && disposition !== 'done') ? `, ${note}` : ''}`;
}

function milestonesOf({ milestones, isOpen }: TimelineAction): string {
  if (milestones.length === 0) return '';
  const [done, late] = [milestones.filter((one) => one.doneOn).length, isOpen ? milestones.filter((one) => one.isLate).length : 0];
  return `${done} of ${milestones.length} ${milestones.length === 1 ? 'milestone' : 'milestones'} done${late > 0 ? `, ${late} late` : ''}`;
}

function refsOf(related: readonly Related[] | undefined, hard: Related['kind'], hardly: string, softly: string): string {
  const refs = (isHard: boolean): string => (related ?? []).filter((one) => (one.kind === hard) === isHard).map((one) => one.end.ref).join(', ');
  const [hardRefs, softRefs] = [refs(true), refs(false)];
  const said = [hardRefs && `${hardly} ${hardRefs}`, softRefs && `${softly} ${softRefs}`].filter((one) => one !== '').join('; ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
