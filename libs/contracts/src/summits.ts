import { Choice } from './actions';
import { AgendaEntry, AgendaItemEdit, AgendaOrder, NewAgendaItem } from './agenda';
import { Attendance, AttendanceSaid, InvitationsSent, Invite, Invitee, InviteeAnswered, Material, NewMaterial } from './attendance';
import { draft, omit, partial, pick } from './kernel/derive';
import { CalendarDate, Id, Inside, Instant, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { OutcomeOrigin } from './origins';
import { PollItem } from './polls';
import { Question } from './questions';
import { ShownWord } from './status-words';
import { type OutcomeKind, outcomeKinds, type Status, statuses, type SummitState, summitStates } from './words';

/** Where leaders meet to agree what is wrong and what they will do. */
export class Summit {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Title') title: string;
  @CalendarDate('Held on') heldOn: string;
  @Text('Starts at', { nullable: true, max: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, patternSays: 'a time, like 09:30', hint: 'Such as 09:30' }) startsAt: string | null;
  @Text('Place', { nullable: true }) place: string | null;
  @Prose('What it is for', { nullable: true, max: 2_000, hint: 'Everybody who is invited reads this' }) purpose: string | null;
}

export class SummitItem extends omit(Summit, 'purpose') {
  @OneOf('State', summitStates) state: SummitState;
  @Quantity('Outcomes') outcomes: number;
  @Quantity('Outcomes with no action') withoutAction: number;
}

export class SummitList {
  @Inside('Summits', () => SummitItem, { many: 500 }) items: SummitItem[];
}

export const NewSummit = draft(omit(Summit, 'id', 'version'));
export type NewSummit = InstanceType<typeof NewSummit>;

export class SummitEdit extends partial(omit(Summit, 'id', 'version')) {
  @Version() version: number;
}

/** One step on: from which version of the summit it was decided. */
export class SummitStep {
  @Version() version: number;
}

/** One thing agreed at a summit, and who agreed it. It becomes actions. */
export class Outcome {
  @Id('Id') id: string;
  @Version() version: number;
  @CalendarDate('Agreed on') agreedOn: string;
  @OneOf('Kind', outcomeKinds) kind: OutcomeKind;
  @Prose('What was agreed', { max: 2_000 }) text: string;
  @Id('Whose commitment', { nullable: true }) organisationId: string | null;
  @Id('Agenda item', { nullable: true }) agendaItemId: string | null;
  @Prose('Why it becomes no action', { nullable: true, max: 500, hint: 'Only where none is meant to follow' }) noAction: string | null;
}

/** An action that an outcome became. */
export class OutcomeAction {
  @Id('Id') id: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Text('Plan') planTitle: string;
  @OneOf('Status', statuses) status: Status;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
}

export class OutcomeItem extends Outcome {
  @Text('Whose commitment', { nullable: true }) organisation: string | null;
  @Inside('Findings', () => Choice, { many: 50 }) findings: Choice[];
  @Inside('Origin', () => OutcomeOrigin, { many: 50 }) origins: OutcomeOrigin[];
  @Inside('Agreed by', () => Choice, { many: 200 }) agreedBy: Choice[];
  @Instant('Captured') capturedAt: string;
  @Inside('Actions', () => OutcomeAction, { many: 200 }) actions: OutcomeAction[];
}

/** The summit page, with what its forms offer. */
export class SummitPage extends Summit {
  @OneOf('State', summitStates) state: SummitState;
  @Instant('Opened', { nullable: true }) openedAt: string | null;
  @Instant('Closed', { nullable: true }) closedAt: string | null;
  @Instant('Published', { nullable: true }) publishedAt: string | null;
  @Inside('Agenda', () => AgendaEntry, { many: 100 }) agenda: AgendaEntry[];
  @Inside('Invited', () => Invitee, { many: 500 }) invitees: Invitee[];
  @Inside('There', () => Attendance, { many: 500 }) attendance: Attendance[];
  @Inside('Materials', () => Material, { many: 100 }) materials: Material[];
  @Inside('Outcomes', () => OutcomeItem, { many: 500 }) outcomes: OutcomeItem[];
  @Inside('Organisations', () => Choice, { many: 2_000 }) organisations: Choice[];
  @Inside('Findings', () => Choice, { many: 2_000 }) findings: Choice[];
  @Inside('Plans', () => Choice, { many: 500 }) plans: Choice[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

/** A question as the record has it: what was asked, how many raised it, and nobody's name. */
export class RecordedQuestion extends pick(Question, 'id', 'text', 'state', 'votes') {}

/** A closed poll as the record has it, with its own times: nothing of when anybody voted. */
export class RecordedPoll extends PollItem {
  @Instant('Opened', { nullable: true }) openedAt: string | null;
  @Instant('Closed', { nullable: true }) closedAt: string | null;
}

/** The whole record of a summit, to read and to print. */
export class SummitRecord extends omit(SummitPage, 'invitees', 'organisations', 'findings', 'plans') {
  @Text('Locality') locality: string;
  @Quantity('People who joined by code', { nullable: true }) joined: number | null;
  @Inside('Questions', () => RecordedQuestion, { many: 2_000 }) questions: RecordedQuestion[];
  @Inside('Polls', () => RecordedPoll, { many: 100 }) polls: RecordedPoll[];
}

export class NewOutcome extends draft(pick(Outcome, 'agreedOn', 'kind', 'text', 'organisationId', 'agendaItemId')) {
  @Id('Findings', { many: 50, optional: true }) findingIds?: string[];
  @Id('Organisations that agreed', { many: 50 }) organisationIds: string[];
  @Id('Questions it came of', { many: 20, optional: true }) questionIds?: string[];
  @Id('Poll it came of', { nullable: true, optional: true }) pollId?: string | null;
  @Quantity('Choice of the poll, by its place from 0', { max: 11, nullable: true, optional: true }) pollChoice?: number | null;
}

/** Who agreed and what it is about change by what is added and removed; nobody left is refused. */
export class OutcomeEdit extends partial(pick(Outcome, 'agreedOn', 'kind', 'text', 'organisationId', 'agendaItemId', 'noAction')) {
  @Id('Findings to add', { many: 50, optional: true }) addFindings?: string[];
  @Id('Findings to remove', { many: 50, optional: true }) removeFindings?: string[];
  @Id('Organisations to add', { many: 50, optional: true }) addOrganisations?: string[];
  @Id('Organisations to remove', { many: 50, optional: true }) removeOrganisations?: string[];
  @Version() version: number;
}

/** One step from outcome to action. What is left out comes from the outcome: its text, its kind, its findings, whose commitment it is. */
export class MakeAction {
  @Id('Plan') planId: string;
  @Text('Ref', { max: 40, optional: true, hint: 'Leave empty for the next free one, such as S1' }) ref?: string;
  @Text('Title', { max: 500, optional: true }) title?: string;
}

export class OutcomeLink {
  @Id('Action') actionId: string;
}

export const summitRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/summits', may: 'plan.read', says: 'List the summits, latest first', answer: SummitList }),
  page: route({ method: 'GET', path: 'localities/:locality/summits/:id', may: 'plan.read', says: 'One summit: agenda, who is asked and who was there, outcomes and the actions they became', answer: SummitPage }),
  add: route({ method: 'POST', path: 'localities/:locality/summits', may: 'summit.keep', says: 'Add a summit', body: NewSummit, answer: SummitPage, status: 201 }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/summits/:id', may: 'summit.keep', says: 'Change a summit', body: SummitEdit, answer: SummitPage, refusals: ['stale', 'rule'] }),
  open: route({ method: 'POST', path: 'localities/:locality/summits/:id/open', may: 'summit.keep', says: 'Open a summit: it is being held', body: SummitStep, answer: SummitPage, refusals: ['stale', 'rule'] }),
  close: route({ method: 'POST', path: 'localities/:locality/summits/:id/close', may: 'summit.keep', says: 'Close a summit: it was held, and its outcomes are settled', body: SummitStep, answer: SummitPage, refusals: ['stale', 'rule'] }),
  publish: route({ method: 'POST', path: 'localities/:locality/summits/:id/publish', may: 'summit.keep', says: 'Publish a summit’s record, which then stays as it is; every outcome has an action or says why none', body: SummitStep, answer: SummitPage, refusals: ['stale', 'rule'] }),
  record: route({ method: 'GET', path: 'localities/:locality/summits/:id/record', may: 'plan.read', says: 'The record of a summit: who was there, what was asked and voted, and what was agreed', answer: SummitRecord }),
  addOutcome: route({ method: 'POST', path: 'localities/:locality/summits/:id/outcomes', may: 'summit.keep', says: 'Record what was agreed, and by whom', body: NewOutcome, answer: SummitPage, status: 201, refusals: ['rule'] }),
  editOutcome: route({ method: 'PATCH', path: 'localities/:locality/outcomes/:id', may: 'summit.keep', says: 'Change an outcome', body: OutcomeEdit, answer: SummitPage, refusals: ['rule', 'stale'] }),
  makeAction: route({ method: 'POST', path: 'localities/:locality/outcomes/:id/actions', may: 'summit.keep', says: 'Make an action of an outcome; its words, findings and origin are kept', body: MakeAction, answer: SummitPage, status: 201, refusals: ['name_taken', 'rule'] }),
  link: route({ method: 'POST', path: 'localities/:locality/outcomes/:id/links', may: 'summit.keep', says: 'Say that an action which is there already comes from the outcome', body: OutcomeLink, answer: SummitPage }),
  unlink: route({ method: 'DELETE', path: 'localities/:locality/outcomes/:id/links/:action', may: 'summit.keep', says: 'Say that an action does not come from the outcome after all', answer: SummitPage, refusals: ['rule'] }),
};

export const agendaRoutes = {
  add: route({ method: 'POST', path: 'localities/:locality/summits/:id/agenda', may: 'summit.keep', says: 'Add to the end of a summit’s agenda', body: NewAgendaItem, answer: SummitPage, status: 201, refusals: ['rule'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/agenda/:id', may: 'summit.keep', says: 'Change an item of an agenda', body: AgendaItemEdit, answer: SummitPage, refusals: ['rule', 'stale'] }),
  order: route({ method: 'PUT', path: 'localities/:locality/summits/:id/agenda', may: 'summit.keep', says: 'Put an agenda in another order', body: AgendaOrder, answer: SummitPage, refusals: ['rule'] }),
  begin: route({ method: 'POST', path: 'localities/:locality/agenda/:id/begin', may: 'summit.keep', says: 'Begin an item of an open summit’s agenda; outcomes are recorded under it', answer: SummitPage, refusals: ['rule'] }),
  remove: route({ method: 'DELETE', path: 'localities/:locality/agenda/:id', may: 'summit.keep', says: 'Take an item that has no outcomes off an agenda', answer: SummitPage, refusals: ['rule', 'in_use'] }),
};

export const inviteeRoutes = {
  invite: route({ method: 'POST', path: 'localities/:locality/summits/:id/invitees', may: 'summit.keep', says: 'Ask people to a summit; mail goes when invitations are sent', body: Invite, answer: SummitPage, status: 201, refusals: ['rule'] }),
  send: route({ method: 'POST', path: 'localities/:locality/summits/:id/invitations', may: 'summit.keep', says: 'Mail a calendar invitation to everybody who has not been told how it now is', body: SummitStep, answer: InvitationsSent, refusals: ['rule'] }),
  remove: route({ method: 'DELETE', path: 'localities/:locality/invitees/:id', may: 'summit.keep', says: 'Take somebody off the invited; if they were told, they are told so', answer: SummitPage, refusals: ['rule'] }),
  note: route({ method: 'PUT', path: 'localities/:locality/invitees/:id/answer', may: 'summit.keep', says: 'Note what somebody answered', body: InviteeAnswered, answer: SummitPage, refusals: ['rule'] }),
  answer: route({ method: 'PUT', path: 'localities/:locality/summits/:id/answer', may: 'plan.read', says: 'Say whether I come', body: InviteeAnswered, answer: SummitPage, refusals: ['rule'] }),
  calendar: route({ method: 'GET', path: 'localities/:locality/summits/:id/calendar', may: 'plan.read', says: 'A summit as a calendar file', file: 'text/calendar; charset=utf-8' }),
};

export const attendanceRoutes = {
  note: route({ method: 'PUT', path: 'localities/:locality/summits/:id/attendance/:organisation', may: 'summit.keep', says: 'Note that an organisation was there', body: AttendanceSaid, answer: SummitPage, refusals: ['rule'] }),
  remove: route({ method: 'DELETE', path: 'localities/:locality/summits/:id/attendance/:organisation', may: 'summit.keep', says: 'Note that an organisation was not there after all', answer: SummitPage, refusals: ['rule'] }),
};

export const materialRoutes = {
  add: route({ method: 'POST', path: 'localities/:locality/summits/:id/materials', may: 'summit.keep', says: 'Add a file or a link to a summit’s materials', body: NewMaterial, answer: SummitPage, status: 201, refusals: ['rule'] }),
  remove: route({ method: 'DELETE', path: 'localities/:locality/materials/:id', may: 'summit.keep', says: 'Take something off a summit’s materials', answer: SummitPage, refusals: ['rule'] }),
};
