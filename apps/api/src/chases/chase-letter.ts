import type { OwedAction } from '@followthrough/contracts';

export interface Owing {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly count: number;
  readonly chasedToday: boolean;
  readonly hasAccount: boolean;
  readonly actions: readonly OwedAction[];
  /** What others owe, for which this person is accountable. */
  readonly late: readonly OwedAction[];
  readonly lateCount: number;
}

/** One short mail a person, whatever they owe: it only points at the list, which is the truth. Undefined where there is no address. */
export function chaseLetter(owing: Owing, place: string, address: string): { readonly to: string; readonly subject: string; readonly paragraphs: readonly string[] } | undefined {
  if (!owing.email) return undefined;
  const many = owing.count === 1 ? 'One action waits' : `${owing.count} actions wait`;
  const late = owing.lateCount === 1 ? 'One report is late' : `${owing.lateCount} reports are late`;
  return {
    to: owing.email,
    subject: `${place}: ${owing.count > 0 ? `${many.toLowerCase()} for your update` : late.toLowerCase()}`,
    paragraphs: [
      `Hello ${owing.name},`,
      ...(owing.count > 0 ? [`${many} for an update from you:`, lines(owing.actions, owing.count)] : []),
      ...(owing.lateCount > 0 ? [`${late} from others, on actions that you are accountable for:`, lines(owing.late, owing.lateCount)] : []),
      ...(owing.hasAccount ? ['You can report in about a minute here:', address] : ['Please tell the person who sent this how it is going; they can report it for you.']),
    ],
  };
}

function lines(actions: readonly OwedAction[], count: number): string {
  const said = actions.map(({ ref, title, reportName, reportDueOn }) => `${ref} ${title}${reportName && reportDueOn ? ` (by ${shortDay(reportDueOn)}, for the ${reportName} report)` : ''}`);
  return [...said, ...(count > said.length ? [`and ${count - said.length} more`] : [])].join('\n');
}

const shortDay = (day: string): string => new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
