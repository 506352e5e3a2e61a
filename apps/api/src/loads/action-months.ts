import type { LoadActionRow, LoadActionsPage } from '@followthrough/contracts';
import { fullTimeMonths, loadMonths, type LoadPiece, loadSpan, minutesBetween, piecesOf, type ProductiveTime } from '@followthrough/domain';
import { ACTIONS } from './loads.sql';
import { type Columns, openWorkOf } from './open-work';

/** As the statement answers: one more than a page has, where there are more. */
export interface ActionsAnswer {
  readonly today: string;
  readonly time: ProductiveTime;
  readonly work: Columns;
  readonly of: string | null;
  /** Actions to which one or two people give who are not the asker's to see; what they give is not in `work`. */
  readonly few: readonly string[];
  readonly rows: readonly { readonly id: string; readonly organisationName: string | null; readonly dueOn: string; readonly cursor: string }[];
}

/** What was asked for: what lies at an organisation, what somebody is down for, or all. */
interface Asking {
  readonly months: number;
  readonly organisation: string | null;
  readonly person: string | null;
}

export function actionMonths({ today, time, work, of, few, rows }: ActionsAnswer, { months: count, organisation, person }: Asking): LoadActionsPage {
  const span = loadSpan(today, count);
  const months = loadMonths(span);
  const named = openWorkOf(work);
  const byId = new Map(named.map((one) => [one.id, one]));
  const isAsked = (one: LoadPiece): boolean => (organisation === null || one.organisationId === organisation) && (person === null || one.personId === person);
  const pieces = Map.groupBy(piecesOf(named, span).filter(isAsked), ({ workId }) => workId);
  const items = rows.slice(0, ACTIONS).map(({ id, organisationName, dueOn }): LoadActionRow => {
    const own = pieces.get(id) ?? [];
    // Of somebody whose figures the asker may see nothing is left out.
    const isFew = person === null && few.includes(id);
    return {
      id, ref: byId.get(id)?.ref ?? '', title: byId.get(id)?.title ?? '', organisationName, dueOn, isOverdue: dueOn < today,
      months: months.map(({ month, first, last }) => {
        const minutes = (all: readonly LoadPiece[]): number => all.reduce((sum, one) => sum + minutesBetween(one, first, last), 0);
        // What the action asks in all is no secret; what lies at one organisation is less what is given elsewhere.
        return { month, needed: isFew && organisation !== null ? null : minutes(own), nobody: isFew ? null : minutes(own.filter(({ personId }) => personId === null)) };
      }),
    };
  });
  return { months: fullTimeMonths(time, span).map(({ month, minutes }) => ({ month, fullTime: minutes })), of, items, next: rows.length > ACTIONS ? (rows[ACTIONS - 1]?.cursor ?? null) : null };
}
