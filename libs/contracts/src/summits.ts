import { Choice } from './actions';
import { draft, omit, partial, pick } from './kernel/derive';
import { CalendarDate, Id, Inside, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { ShownWord } from './status-words';
import { type OutcomeKind, outcomeKinds, type Status, statuses } from './words';

/** Where leaders met to agree what is wrong and what they will do. */
export class Summit {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Title') title: string;
  @CalendarDate('Held on') heldOn: string;
  @Text('Place', { nullable: true }) place: string | null;
}

export class SummitItem extends Summit {
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

/** One thing agreed at a summit, and who agreed it. It becomes actions. */
export class Outcome {
  @Id('Id') id: string;
  @Version() version: number;
  @CalendarDate('Agreed on') agreedOn: string;
  @OneOf('Kind', outcomeKinds) kind: OutcomeKind;
  @Prose('What was agreed', { max: 2_000 }) text: string;
  @Id('Finding', { nullable: true }) findingId: string | null;
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
  @Text('Finding', { nullable: true, max: 400 }) findingName: string | null;
  @Inside('Agreed by', () => Choice, { many: 200 }) agreedBy: Choice[];
  @Inside('Actions', () => OutcomeAction, { many: 200 }) actions: OutcomeAction[];
}

/** The summit page, with what its forms offer. */
export class SummitPage extends Summit {
  @Inside('Outcomes', () => OutcomeItem, { many: 500 }) outcomes: OutcomeItem[];
  @Inside('Organisations', () => Choice, { many: 2_000 }) organisations: Choice[];
  @Inside('Findings', () => Choice, { many: 2_000 }) findings: Choice[];
  @Inside('Plans', () => Choice, { many: 500 }) plans: Choice[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
}

export class NewOutcome extends draft(pick(Outcome, 'agreedOn', 'kind', 'text', 'findingId')) {
  @Id('Organisations that agreed', { many: 50 }) organisationIds: string[];
}

/** Who agreed changes by what is added and removed; nobody left is refused. */
export class OutcomeEdit extends partial(pick(Outcome, 'agreedOn', 'kind', 'text', 'findingId')) {
  @Id('Organisations to add', { many: 50, optional: true }) addOrganisations?: string[];
  @Id('Organisations to remove', { many: 50, optional: true }) removeOrganisations?: string[];
  @Version() version: number;
}

/** One step from outcome to action. What is left out comes from the outcome: its text, its kind, its finding, its one organisation. */
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
  page: route({ method: 'GET', path: 'localities/:locality/summits/:id', may: 'plan.read', says: 'One summit, its outcomes and the actions they became', answer: SummitPage }),
  add: route({ method: 'POST', path: 'localities/:locality/summits', may: 'summit.keep', says: 'Add a summit', body: NewSummit, answer: SummitPage, status: 201 }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/summits/:id', may: 'summit.keep', says: 'Change a summit', body: SummitEdit, answer: SummitPage, refusals: ['stale'] }),
  addOutcome: route({ method: 'POST', path: 'localities/:locality/summits/:id/outcomes', may: 'summit.keep', says: 'Record what was agreed, and by whom', body: NewOutcome, answer: SummitPage, status: 201, refusals: ['rule'] }),
  editOutcome: route({ method: 'PATCH', path: 'localities/:locality/outcomes/:id', may: 'summit.keep', says: 'Change an outcome', body: OutcomeEdit, answer: SummitPage, refusals: ['rule', 'stale'] }),
  makeAction: route({ method: 'POST', path: 'localities/:locality/outcomes/:id/actions', may: 'summit.keep', says: 'Make an action of an outcome; its words, finding and origin are kept', body: MakeAction, answer: SummitPage, status: 201, refusals: ['name_taken', 'rule'] }),
  link: route({ method: 'POST', path: 'localities/:locality/outcomes/:id/links', may: 'summit.keep', says: 'Say that an action which is there already comes from the outcome', body: OutcomeLink, answer: SummitPage }),
  unlink: route({ method: 'DELETE', path: 'localities/:locality/outcomes/:id/links/:action', may: 'summit.keep', says: 'Say that an action does not come from the outcome after all', answer: SummitPage }),
};
