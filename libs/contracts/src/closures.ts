import { Choice } from './actions';
import { Evidence, NewEvidenceItem } from './evidence';
import { draft, omit, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { type ClosureState, closureStates, type Disposition, dispositions, type EvidenceType, evidenceTypes, type LookResult, lookResults, type Status, statuses, type TransferState, transferStates } from './words';

/** One step of an action's closure: who did what when, and why. Steps are only added. */
export class ClosureStep {
  @Id('Id') id: string;
  @OneOf('Step', closureStates) state: ClosureState;
  @Text('By', { nullable: true }) personName: string | null;
  @Text('On behalf of', { nullable: true }) onBehalfOfName: string | null;
  @Prose('Why', { nullable: true, max: 2_000 }) reason: string | null;
  @Text('Agreed by', { nullable: true }) agreedBy: string | null;
  @Inside('The action in its place', () => Choice, { nullable: true }) byAction: Choice | null;
  @Text('Taken over by', { nullable: true, max: 500 }) receiver: string | null;
  @CalendarDate('On') onDay: string;
  @Instant('At') at: string;
}

/** A look, three or six months after the acceptance, at whether it has held. */
export class SustainCheck {
  @Id('Id') id: string;
  @Quantity('Months after it was accepted', { max: 6 }) months: number;
  @CalendarDate('Due') dueOn: string;
  @OneOf('Result', lookResults, { nullable: true }) result: LookResult | null;
  @Prose('What was seen', { nullable: true, max: 2_000 }) seen: string | null;
  @Text('Looked at by', { nullable: true }) checkedByName: string | null;
  @CalendarDate('Looked at on', { nullable: true }) checkedOn: string | null;
}

/** An offer to another programme or body to take the action over. */
export class Transfer {
  @Id('Id') id: string;
  @Id('Programme', { nullable: true }) programmeId: string | null;
  @Text('To', { nullable: true, hint: 'Where it is no programme here: the body or plan that takes it over' }) receiver: string | null;
  @Text('Who will own it there', { hint: 'A person or a role' }) newOwner: string;
  @Text('Why', { max: 1_000, lines: true }) reason: string;
  @OneOf('State', transferStates) state: TransferState;
  @Text('Offered by', { nullable: true }) offeredByName: string | null;
  @CalendarDate('Offered on') offeredOn: string;
  @Text('Answered by', { nullable: true }) answeredBy: string | null;
  @CalendarDate('Answered on', { nullable: true }) answeredOn: string | null;
  @Text('Note', { nullable: true, max: 1_000 }) note: string | null;
}

/** How one action stands between "done" and "it has lasted": its evidence, every step, and what this reader may do next. */
export class ClosurePage {
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @OneOf('Status', statuses) status: Status;
  @OneOf('Evidence agreed', evidenceTypes, { nullable: true }) evidenceKind: EvidenceType | null;
  @OneOf('Where it stands', closureStates, { nullable: true }) state: ClosureState | null;
  @OneOf('How it ended', dispositions, { nullable: true }) disposition: Disposition | null;
  @CalendarDate('Closed on', { nullable: true }) closedOn: string | null;
  @Text('Owner', { nullable: true }) ownerName: string | null;
  @Flag('Answers a finding that says must') answersMust: boolean;
  @Flag('You are a party', { hint: 'You own the action or reported it complete, so somebody else verifies it' }) isParty: boolean;
  @Inside('Evidence', () => Evidence, { many: 200 }) evidence: Evidence[];
  @Quantity('Pieces of evidence that count for the next claim') standing: number;
  @Flag('There is evidence of the second line or the third') hasSecondLine: boolean;
  @Text('Measures worse than at their baseline', { many: 100, max: 300 }) worse: string[];
  @Inside('Steps, latest first', () => ClosureStep, { many: 200 }) steps: ClosureStep[];
  @Inside('Looks', () => SustainCheck, { many: 2 }) looks: SustainCheck[];
  @Inside('Transfer', () => Transfer, { nullable: true }) transfer: Transfer | null;
  @Flag('You offered it') offeredByMe: boolean;
  @CalendarDate('Today') today: string;
}

export class Acceptance {
  @Prose('What you looked at', { nullable: true, optional: true, max: 2_000, hint: 'If others should know' }) reason?: string | null;
}

export class Return {
  @Prose('Why', { max: 2_000, hint: 'What the evidence does not show yet. The owner reads it.' }) reason: string;
}

export class Look {
  @OneOf('Is it still so?', lookResults) result: LookResult;
  @Prose('What you saw', { max: 2_000, hint: 'Where you looked, and what shows it. Never anything about a patient.' }) seen: string;
}

export class NewTransfer extends draft(pick(Transfer, 'programmeId', 'receiver', 'newOwner', 'reason')) {}

export class TransferAnswer {
  @OneOf('Answer', ['accepted', 'declined', 'withdrawn']) state: Exclude<TransferState, 'offered'>;
  @Text('Who answered there', { nullable: true, optional: true, hint: 'The person who took it over, or declined' }) answeredBy?: string | null;
  @Text('Note', { nullable: true, optional: true, max: 1_000, lines: true }) note?: string | null;
}

export class Stop {
  @Prose('Why', { max: 2_000 }) reason: string;
  @Text('Agreed by', { hint: 'The person or board who agreed that it stops' }) agreedBy: string;
}

export class Supersession {
  @Id('The action in its place') byActionId: string;
  @Prose('Why', { max: 2_000 }) reason: string;
}

/** An action that keeps its plan from closing. */
export class Unfinished {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @OneOf('Status', statuses) status: Status;
  @OneOf('Where it stands', closureStates, { nullable: true }) state: ClosureState | null;
}

/** Not what we did but how we did it. */
export class Retrospective {
  @Id('Id') id: string;
  @Prose('How did we work together?', { max: 4_000, hint: 'Between organisations, and with people who use services' }) together: string;
  @Prose('What helped?', { max: 4_000 }) helped: string;
  @Prose('What got in the way?', { max: 4_000 }) hindered: string;
  @Prose('What would you tell whoever begins the next plan?', { nullable: true, max: 4_000 }) advice: string | null;
  @Text('Agreed by', { hint: 'The board that agreed to close the plan' }) agreedBy: string;
  @CalendarDate('Closed on') closedOn: string;
  @Text('Written by', { nullable: true }) writtenByName: string | null;
}

/** Whether a plan can close, and what is missing. Looks that fall due later go on after it has closed. */
export class PlanClosing {
  @Id('Plan') planId: string;
  @Text('Plan') title: string;
  @CalendarDate('Closed on', { nullable: true }) closedOn: string | null;
  @Quantity('Actions') actions: number;
  @Quantity('Done') done: number;
  @Quantity('Transferred') transferred: number;
  @Quantity('Stopped') stopped: number;
  @Quantity('Superseded') superseded: number;
  @Quantity('Looks still to come') looks: number;
  @Quantity('Without an end') unfinished: number;
  @Inside('The first of them', () => Unfinished, { many: 50 }) first: Unfinished[];
  @Inside('Retrospectives, latest first', () => Retrospective, { many: 20 }) retrospectives: Retrospective[];
}

export class NewRetrospective extends draft(omit(Retrospective, 'id', 'closedOn', 'writtenByName')) {}

export const closureRoutes = {
  show: route({ method: 'GET', path: 'localities/:locality/actions/:id/closure', may: 'plan.read', says: 'The evidence of an action, every step of its closure, and what is next', answer: ClosurePage }),
  give: route({ method: 'POST', path: 'localities/:locality/actions/:id/evidence', may: 'evidence.give', says: 'Give evidence for an action, or correct what was given', body: NewEvidenceItem, answer: ClosurePage, status: 201, refusals: ['rule', 'already_done'] }),
  accept: route({ method: 'POST', path: 'localities/:locality/actions/:id/closure/acceptance', may: 'closure.verify', says: 'Accept a claim that is not one’s own: the evidence shows that it is done', body: Acceptance, answer: ClosurePage, refusals: ['rule', 'already_done'] }),
  turnBack: route({ method: 'POST', path: 'localities/:locality/actions/:id/closure/return', may: 'closure.verify', says: 'Return a claim with the reason; the action is open again', body: Return, answer: ClosurePage, refusals: ['rule', 'already_done'] }),
  look: route({ method: 'POST', path: 'localities/:locality/sustain-checks/:id/result', may: 'closure.verify', says: 'Say, at three or six months, whether it has held', body: Look, answer: ClosurePage, refusals: ['rule', 'already_done'] }),
  reopen: route({ method: 'POST', path: 'localities/:locality/actions/:id/closure/reopening', may: 'closure.verify', says: 'Open a closed action again, with the reason; its history stays', body: Return, answer: ClosurePage, refusals: ['rule', 'already_done'] }),
  offer: route({ method: 'POST', path: 'localities/:locality/actions/:id/transfer', may: 'closure.decide', says: 'Offer an action to another programme or body', body: NewTransfer, answer: ClosurePage, status: 201, refusals: ['rule', 'already_done'] }),
  answerOffer: route({ method: 'POST', path: 'localities/:locality/transfers/:id/answer', may: 'closure.decide', says: 'Record what the receiver of an action said, or take the offer back', body: TransferAnswer, answer: ClosurePage, refusals: ['rule', 'already_done'] }),
  stop: route({ method: 'POST', path: 'localities/:locality/actions/:id/stop', may: 'closure.decide', says: 'Stop an action, with the reason and who agreed', body: Stop, answer: ClosurePage, refusals: ['rule', 'already_done'] }),
  supersede: route({ method: 'POST', path: 'localities/:locality/actions/:id/supersession', may: 'closure.decide', says: 'Put another action in the place of this one', body: Supersession, answer: ClosurePage, refusals: ['rule', 'already_done'] }),
  plan: route({ method: 'GET', path: 'localities/:locality/plans/:id/closing', may: 'plan.read', says: 'What is missing before a plan can close, and what was learned when it did', answer: PlanClosing }),
  closePlan: route({ method: 'POST', path: 'localities/:locality/plans/:id/closing', may: 'closure.decide', says: 'Close a plan whose actions have all ended, with its retrospective', body: NewRetrospective, answer: PlanClosing, status: 201, refusals: ['rule', 'already_done'] }),
  openPlan: route({ method: 'POST', path: 'localities/:locality/plans/:id/opening', may: 'closure.decide', says: 'Open a closed plan again, with the reason', body: Return, answer: PlanClosing, refusals: ['already_done'] }),
};
