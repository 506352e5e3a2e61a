import { Choice } from './actions';
import { MOST_MINUTES } from './demand';
import { omit, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { ScenarioFactsSaid, ScenarioVerdictSaid } from './scenario-facts';
import { type ScenarioAnswer, scenarioAnswers, type ScenarioKind, scenarioKinds, type ScenarioState, scenarioStates } from './words';

/** A scenario has so many changes at most. */
export const MOST_CHANGES = 100;

/** A named set of changes over the live plan. */
export class Scenario {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Name', { max: 120, hint: 'It becomes the reason of every change that it makes' }) name: string;
  @Prose('What it is for', { nullable: true, max: 1_000 }) why: string | null;
  @OneOf('State', scenarioStates) state: ScenarioState;
}

export class NewScenario {
  @Text('Name', { max: 120, hint: 'It becomes the reason of every change that it makes' }) name: string;
  @Prose('What it is for', { nullable: true, optional: true, max: 1_000 }) why?: string | null;
}

export class ScenarioEdit {
  @Text('Name', { max: 120, optional: true }) name?: string;
  @Prose('What it is for', { nullable: true, optional: true, max: 1_000 }) why?: string | null;
  @Version() version: number;
}

/** One change, as somebody says it: which fields, its kind decides. */
export class NewScenarioChange {
  @OneOf('What changes', scenarioKinds) kind: ScenarioKind;
  @Id('Action', { optional: true }) actionId?: string;
  @Id('Line of effort', { optional: true }) effortId?: string;
  @Id('Person', { optional: true }) personId?: string;
  @Id('To whom', { optional: true }) toPersonId?: string;
  @Id('Organisation', { optional: true }) organisationId?: string;
  @CalendarDate('Day', { optional: true }) toOn?: string;
  @Quantity('Minutes', { optional: true, max: MOST_MINUTES }) minutes?: number;
  @Text('Post', { optional: true, max: 120 }) title?: string;
}

/** A change with what it saw when it was made, and with what it names. Somebody whose figures are not the asker's to see is `null`, with their organisation. */
export class ScenarioChangeItem {
  @Id('Id') id: string;
  @OneOf('What changes', scenarioKinds) kind: ScenarioKind;
  @Id('Action', { nullable: true }) actionId: string | null;
  @Text('Ref', { nullable: true, max: 40 }) ref: string | null;
  @Text('Action', { nullable: true, max: 500 }) actionTitle: string | null;
  @Id('Line of effort', { nullable: true }) effortId: string | null;
  @Id('Person', { nullable: true }) personId: string | null;
  @Text('Person', { nullable: true }) personName: string | null;
  @Id('Their organisation', { nullable: true }) personOrganisationId: string | null;
  @Text('Their organisation', { nullable: true }) personOrganisationName: string | null;
  @Id('To whom', { nullable: true }) toPersonId: string | null;
  @Text('To whom', { nullable: true }) toPersonName: string | null;
  @Id('Organisation of whom it goes to', { nullable: true }) toPersonOrganisationId: string | null;
  @Text('Organisation of whom it goes to', { nullable: true }) toPersonOrganisationName: string | null;
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @CalendarDate('Day', { nullable: true }) toOn: string | null;
  @Quantity('Minutes', { nullable: true, hint: 'Null where it would tell what somebody gives' }) minutes: number | null;
  @Text('Post', { nullable: true, max: 120 }) title: string | null;
  @CalendarDate('Day that it saw', { nullable: true }) fromOn: string | null;
  @Quantity('Minutes that it saw', { nullable: true }) fromMinutes: number | null;
  @Id('Organisation that it saw', { nullable: true }) fromOrganisationId: string | null;
  @Text('Organisation that it saw', { nullable: true }) fromOrganisationName: string | null;
  @Flag('The action is complete or closed') isClosed: boolean;
  @Flag('Somebody named has left') hasLeft: boolean;
}

/** What an organisation says to a scenario that touches its actions or its people. */
export class ScenarioAnswerItem {
  @Id('Organisation') organisationId: string;
  @Text('Organisation') organisationName: string;
  @OneOf('Answer', scenarioAnswers) answer: ScenarioAnswer;
  @Text('Why', { nullable: true, max: 1_000, lines: true }) reason: string | null;
  @Text('Answered by', { nullable: true }) answeredByName: string | null;
  @Instant('Answered at', { nullable: true }) answeredAt: string | null;
  @Flag('You can answer') mayAnswer: boolean;
}

export class ScenarioItem extends Scenario {
  @Text('Made by', { nullable: true }) madeByName: string | null;
  @Instant('Made at') madeAt: string;
  @Instant('Proposed at', { nullable: true }) proposedAt: string | null;
  @Instant('Applied at', { nullable: true }) appliedAt: string | null;
  @Quantity('Changes') changes: number;
  @Text('Still to answer', { many: 50 }) waitsFor: string[];
  @Text('Declined by', { many: 50 }) declinedBy: string[];
}

export class Scenarios {
  @Inside('Scenarios, latest first', () => ScenarioItem, { many: 200 }) items: ScenarioItem[];
}

/** Why a change holds no more as it was made. */
export class ScenarioConflict {
  @Id('Change') id: string;
  @Text('What is there now', { max: 1_000 }) says: string;
  @Flag('It can be kept') mayKeep: boolean;
}

/** Another scenario to lay beside this one. */
export class ScenarioBeside extends pick(Scenario, 'id', 'name', 'state') {
  @Inside('Changes', () => ScenarioChangeItem, { many: MOST_CHANGES }) changes: ScenarioChangeItem[];
}

/** Organisations and people to say changes with. */
export class ScenarioChoices {
  @Inside('Organisations', () => Choice, { many: 2_000 }) organisations: Choice[];
  @Inside('People', () => ScenarioSomebody, { many: 5_000 }) people: ScenarioSomebody[];
  @Inside('Other scenarios', () => Choice, { many: 200 }) scenarios: Choice[];
}

export class ScenarioSomebody {
  @Id('Id') id: string;
  @Text('Name') name: string;
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
}

/** Whoever may change it reckons from `facts`; everybody else is told the verdicts, of organisations alone. */
export class ScenarioPage extends omit(ScenarioItem, 'changes', 'waitsFor', 'declinedBy') {
  @Inside('Changes', () => ScenarioChangeItem, { many: MOST_CHANGES }) changes: ScenarioChangeItem[];
  @Inside('Answers', () => ScenarioAnswerItem, { many: 500 }) answers: ScenarioAnswerItem[];
  @Text('What it did', { many: 1_000, max: 1_000 }) did: string[];
  @Inside('Facts', () => ScenarioFactsSaid, { nullable: true }) facts: ScenarioFactsSaid | null;
  @Inside('Choices', () => ScenarioChoices, { nullable: true }) choices: ScenarioChoices | null;
  @Inside('Before', () => ScenarioVerdictSaid, { nullable: true }) before: ScenarioVerdictSaid | null;
  @Inside('After', () => ScenarioVerdictSaid, { nullable: true }) after: ScenarioVerdictSaid | null;
  @Inside('Beside', () => ScenarioBeside, { nullable: true }) beside: ScenarioBeside | null;
  @Inside('After the other', () => ScenarioVerdictSaid, { nullable: true }) afterBeside: ScenarioVerdictSaid | null;
  @Inside('Conflicts', () => ScenarioConflict, { many: MOST_CHANGES, hint: 'With the plan as it is now' }) conflicts: ScenarioConflict[];
}

export class ScenarioQuery {
  @Id('Beside', { optional: true, hint: 'Another scenario to compare with' }) beside?: string;
}

export class ScenarioAnswering {
  @OneOf('Answer', ['agreed', 'declined']) answer: 'agreed' | 'declined';
  @Text('Why', { optional: true, max: 1_000, lines: true, hint: 'Needed to decline' }) reason?: string;
}

const one = 'localities/:locality/scenarios/:id';

export const scenarioRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/scenarios', may: 'capacity.read', says: 'The last two hundred scenarios', answer: Scenarios }),
  page: route({ method: 'GET', path: one, may: 'capacity.read', says: 'A scenario over the plan as it is now, and another beside it', query: ScenarioQuery, answer: ScenarioPage }),
  add: route({ method: 'POST', path: 'localities/:locality/scenarios', may: 'capacity.keep', says: 'Begin a scenario', body: NewScenario, answer: ScenarioItem, status: 201, refusals: ['name_taken'] }),
  edit: route({ method: 'PATCH', path: one, may: 'capacity.keep', says: 'Call a scenario something else', body: ScenarioEdit, answer: ScenarioItem, refusals: ['name_taken', 'rule', 'stale'] }),
  change: route({ method: 'POST', path: `${one}/changes`, may: 'capacity.keep', says: 'Add a change to a draft', body: NewScenarioChange, answer: ScenarioPage, status: 201, refusals: ['rule'] }),
  takeOut: route({ method: 'DELETE', path: `${one}/changes/:change`, may: 'capacity.keep', says: 'Take a change out of a draft', answer: ScenarioPage, refusals: ['rule'] }),
  keep: route({ method: 'POST', path: `${one}/changes/:change/keeping`, may: 'capacity.keep', says: 'Keep a change of a draft over what the plan has become since', answer: ScenarioPage, refusals: ['rule'] }),
  propose: route({ method: 'POST', path: `${one}/proposal`, may: 'capacity.keep', says: 'Send a draft to the organisations whose actions or people it touches', answer: ScenarioPage, refusals: ['rule'] }),
  answer: route({ method: 'POST', path: `${one}/answer`, may: 'capacity.keep', says: 'Agree to what is proposed, or decline it, as one’s own organisation', body: ScenarioAnswering, answer: ScenarioPage, refusals: ['rule', 'already_done'] }),
  draft: route({ method: 'POST', path: `${one}/draft`, may: 'capacity.keep', says: 'Take a proposal back to change it; what was answered is asked again', answer: ScenarioPage, refusals: ['rule'] }),
  apply: route({ method: 'POST', path: `${one}/application`, may: 'capacity.keep', says: 'Make all of its changes to the plan, or none', answer: ScenarioPage, refusals: ['rule', 'already_done'] }),
  withdraw: route({ method: 'POST', path: `${one}/withdrawal`, may: 'capacity.keep', says: 'Give a scenario up; it stays to be read', answer: ScenarioPage, refusals: ['rule', 'already_done'] }),
};
