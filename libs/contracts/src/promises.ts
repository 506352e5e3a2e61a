import { Choice } from './actions';
import { draft, omit, partial, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Month, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type AskedState, askedStates, type CommitmentSign, commitmentSigns, type Verdict, verdicts } from './words';

/** What an organisation promises to a plan, or to all work. Asked for by any lead, and a promise once its own people have confirmed it. */
export class OrganisationPromise {
  @Id('Id') id: string;
  @Version() version: number;
  @Id('Plan', { nullable: true, hint: 'Left empty: to all work of the locality' }) planId: string | null;
  @Quantity('Days a month', { nullable: true, min: 1, max: 4_500_000, hint: 'Left empty: no days' }) minutes: number | null;
  @Quantity('Money, in pounds', { nullable: true, min: 0.01, max: 20_000_000, places: 2, hint: 'For the whole time of the promise. Left empty: no money' }) money: number | null;
  @Quantity('Of the money, confirmed so far', { nullable: true, max: 20_000_000, places: 2 }) moneyConfirmed: number | null;
  @Id('Sponsor', { nullable: true, hint: 'Somebody of the organisation who stands behind it' }) sponsorPersonId: string | null;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until', { nullable: true, hint: 'The last day; empty until further notice' }) toOn: string | null;
  @OneOf('State', askedStates) state: AskedState;
  @CalendarDate('Asked on') requestedOn: string;
  @Text('Plan', { nullable: true, max: 300 }) planTitle: string | null;
  @Text('Sponsor', { nullable: true }) sponsorName: string | null;
  @Flag('The sponsor is still with the organisation') sponsorIsHere: boolean;
  @Text('Asked for by', { nullable: true }) requestedByName: string | null;
  @Text('Confirmed by', { nullable: true }) confirmedByName: string | null;
  @Flag('Asked for by me') isMine: boolean;
}

export const NewPromise = draft(pick(OrganisationPromise, 'planId', 'minutes', 'money', 'sponsorPersonId', 'fromOn', 'toOn'));
export type NewPromise = InstanceType<typeof NewPromise>;

/** What may be said of a promise later, by the organisation itself. */
export class PromiseEdit extends partial(pick(OrganisationPromise, 'moneyConfirmed', 'sponsorPersonId')) {
  @Version() version: number;
}

export class PromiseEnd {
  @CalendarDate('Last day', { hint: 'The day before it begins takes it back whole' }) lastOn: string;
}

/** A promise that waits for the asker’s organisation. */
export class AskedPromise extends pick(OrganisationPromise, 'id', 'planTitle', 'minutes', 'money', 'sponsorName', 'fromOn', 'toOn', 'requestedByName', 'requestedOn') {
  @Id('Organisation') organisationId: string;
  @Text('Organisation') organisationName: string;
}

export class CommitmentSignItem {
  @OneOf('Sign', commitmentSigns) sign: CommitmentSign;
  @OneOf('Verdict', verdicts) verdict: Verdict;
  @Text('Figure', { max: 100, nullable: true, hint: 'Null: there is none' }) figure: string | null;
  @Text('Fact', { max: 300 }) says: string;
  @Flag('Nothing was promised or due') isIdle: boolean;
}

/** What finished work took beside what it was thought to take. Shown, and never applied to an estimate. */
export class CalibrationItem {
  @Quantity('Actions') actions: number;
  @Quantity('Likely, in minutes') estimated: number;
  @Quantity('Spent, in minutes') spent: number;
  @Quantity('Per cent of the estimate') percent: number;
}

export class CalibrationQuarter extends CalibrationItem {
  @Text('Quarter', { max: 10 }) quarter: string;
}

export class CommitmentRow {
  @Id('Organisation') organisationId: string;
  @Text('Name') name: string;
  @OneOf('Verdict', verdicts) verdict: Verdict;
  @Text('Fact that decides', { max: 300 }) reason: string;
  @Inside('Signs', () => CommitmentSignItem, { many: 10 }) signs: CommitmentSignItem[];
  @Inside('Actual against estimate', () => CalibrationItem, { nullable: true, hint: 'Null: nothing is finished, or fewer than three people did it' }) calibration: CalibrationItem | null;
  @Quantity('Promises asked for that wait for it') waiting: number;
}

/** `version` 0: nobody has changed them, and the usual lines hold. */
export class CommitmentLinesShown {
  @Quantity('Kept from, per cent', { min: 1, max: 100 }) green: number;
  @Quantity('Kept in part from, per cent', { min: 1, max: 100 }) amber: number;
  @Quantity('Version') version: number;
}

export class CommitmentLinesEdit extends partial(omit(CommitmentLinesShown, 'version')) {
  @Quantity('Version') version: number;
}

/** The signs of every organisation, those with the worst first. */
export class PromisePage {
  @CalendarDate('Today') today: string;
  @Inside('Lines', () => CommitmentLinesShown) lines: CommitmentLinesShown;
  @Inside('Organisations', () => CommitmentRow, { many: 2_000 }) items: CommitmentRow[];
}

/** Minutes of one month. Confirmed is of the days from today; given, of what updates have said. */
export class PromisedMonthItem {
  @Month('Month') month: string;
  @Quantity('Promised') promised: number;
  @Quantity('Confirmed', { nullable: true, hint: 'Null: over, or fewer than three people make it up' }) confirmed: number | null;
  @Quantity('Given', { nullable: true, hint: 'Null: still to come, or fewer than three people make it up' }) given: number | null;
}

/** What waits for an organisation to say or do. */
export class OrganisationOwes {
  @Quantity('Promises to answer') promises: number;
  @Quantity('Releases to answer') releases: number;
  @Quantity('Days on actions to answer') assignments: number;
  @Quantity('Updates') updates: number;
}

export class OrganisationPromises extends CommitmentRow {
  @CalendarDate('Today') today: string;
  @Flag('The asker is one of its leads', { hint: 'Who may confirm' }) isOurs: boolean;
  @Inside('Promises, latest first', () => OrganisationPromise, { many: 200 }) promises: OrganisationPromise[];
  @Inside('Months', () => PromisedMonthItem, { many: 24 }) months: PromisedMonthItem[];
  @Inside('What it owes', () => OrganisationOwes) owes: OrganisationOwes;
  @Inside('Actual against estimate by quarter', () => CalibrationQuarter, { many: 200 }) quarters: CalibrationQuarter[];
  @Flag('Finished work is not shown', { hint: 'Fewer than three people did it' }) isFewFinished: boolean;
  @Inside('Plans to choose from', () => Choice, { many: 500 }) plans: Choice[];
  @Inside('Who may be its sponsor', () => Choice, { many: 2_000, hint: 'For those who may ask' }) people: Choice[];
}

const one = 'localities/:locality/promises/:id';
const ofOrganisation = 'localities/:locality/organisations/:id/promises';

export const promiseRoutes = {
  page: route({ method: 'GET', path: 'localities/:locality/promises', may: 'capacity.read', says: 'What each organisation promised, and the signs of whether it keeps it', answer: PromisePage }),
  organisation: route({ method: 'GET', path: ofOrganisation, may: 'capacity.read', says: 'One organisation: its promises, its signs, what it gave by month and what it owes', answer: OrganisationPromises }),
  ask: route({ method: 'POST', path: ofOrganisation, may: 'capacity.keep', says: 'Ask an organisation for a promise; said by one of its own leads it is confirmed with that', body: NewPromise, answer: OrganisationPromises, status: 201, refusals: ['rule'] }),
  confirm: route({ method: 'POST', path: `${one}/confirm`, may: 'capacity.keep', says: 'Promise for one’s own organisation what was asked for', answer: OrganisationPromises, refusals: ['rule', 'already_done'] }),
  edit: route({ method: 'PATCH', path: one, may: 'capacity.keep', says: 'Say for one’s own organisation how much of the money is confirmed, or who is the sponsor', body: PromiseEdit, answer: OrganisationPromises, refusals: ['rule', 'stale'] }),
  end: route({ method: 'POST', path: `${one}/end`, may: 'capacity.keep', says: 'End a promise on a day, decline one, or take back what one asked for', body: PromiseEnd, answer: OrganisationPromises, refusals: ['rule'] }),
  lines: route({ method: 'GET', path: 'localities/:locality/commitment-lines', may: 'capacity.read', says: 'Where a promise counts as kept, and as kept in part', answer: CommitmentLinesShown }),
  editLines: route({ method: 'PATCH', path: 'localities/:locality/commitment-lines', may: 'locality.keep', says: 'Change where a promise counts as kept', body: CommitmentLinesEdit, answer: CommitmentLinesShown, refusals: ['rule', 'stale'] }),
};
