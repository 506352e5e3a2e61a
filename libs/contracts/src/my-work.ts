import { pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Instant, OneOf, Prose, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { ActionItem } from './actions';
import { SustainCheck } from './closures';
import { DecisionItem } from './decisions';
import { EffortAssignment } from './demand';
import { AskedPromise } from './promises';
import { AwaitedView } from './rounds';
import { ScenarioItem } from './scenarios';
import { ShownWord } from './status-words';
import { AskedRelease } from './supply';
import { type Lack, lacks } from './updates';
import { type SnoozeKind, snoozeKinds } from './words';

/** An open action of mine, with what it wants from me. */
export class MyAction extends pick(ActionItem, 'id', 'ref', 'title', 'status', 'dueOn', 'dueText', 'overdue', 'dateUnresolved', 'lastUpdateOn', 'openThreads', 'openDecisions') {
  @Flag('An update is due') updateDue: boolean;
  @Text('For the report', { nullable: true, max: 60, hint: 'The open reporting cycle of its plan' }) reportName: string | null;
  @CalendarDate('Update due by', { nullable: true }) reportDueOn: string | null;
  @CalendarDate('Goes to the accountable person on', { nullable: true }) escalatesOn: string | null;
  @OneOf('Still to be said', lacks, { many: 4 }) lacks: Lack[];
}

/** A claim that waits for me to verify it. */
export class MyVerification extends pick(ActionItem, 'id', 'ref', 'title', 'ownerName') {
  @CalendarDate('Claimed on') claimedOn: string;
  @Quantity('Pieces of evidence') evidence: number;
  @Flag('Answers a finding that says must') answersMust: boolean;
}

/** A look that is due, of an action that I own, am accountable for or accepted. */
export class MyLook extends pick(SustainCheck, 'id', 'months', 'dueOn') {
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @Flag('You are a party', { hint: 'Somebody else has to say that it has held' }) isParty: boolean;
}

/** A plan that has changed since a board approved it, and of which no board has said anything yet. */
export class MyAmendments {
  @Id('Plan') id: string;
  @Text('Title', { max: 300 }) title: string;
  @Quantity('Amendments that no board has seen', { min: 1 }) waiting: number;
  @Quantity('Since version', { min: 1 }) number: number;
  @CalendarDate('Approved on') approvedOn: string;
}

/** Time of a person of my organisation that somebody asks for. */
export class MyAssignment extends pick(EffortAssignment, 'id', 'personName', 'minutes', 'dayMinutes', 'requestedByName', 'requestedOn') {
  @Id('Action') actionId: string;
  @Text('Ref', { max: 40 }) ref: string;
  @Text('Title', { max: 500 }) title: string;
  @CalendarDate('Due date', { nullable: true }) dueOn: string | null;
}

/** What somebody said and asks me to look at. */
export class MyMention {
  @Id('Id') id: string;
  @Id('Action', { nullable: true }) actionId: string | null;
  @Id('Finding', { nullable: true }) findingId: string | null;
  @Text('About', { max: 40 }) ref: string;
  @Text('About', { max: 500 }) title: string;
  @Prose('What was said', { max: 4_000 }) text: string;
  @Text('Said by') saidByName: string;
  @Instant('Said at') saidAt: string;
}

/** A thing of these lists that I put off, and the day on which it is back. */
export class MySnooze {
  @OneOf('Kind', snoozeKinds) kind: SnoozeKind;
  @Id('Thing') thingId: string;
  @CalendarDate('Back on') untilOn: string;
}

/** What I owe, soonest first. What I put off is in its list as well; `snoozes` says until when. */
export class MyWork {
  @Text('Name') name: string;
  @Quantity('Open actions') openActions: number;
  @Quantity('Updates due', { hint: 'Without those put off' }) updatesDue: number;
  @CalendarDate('Today') today: string;
  @Inside('Actions', () => MyAction, { many: 100 }) actions: MyAction[];
  @Inside('To verify', () => MyVerification, { many: 50 }) verifications: MyVerification[];
  @Inside('Looks due', () => MyLook, { many: 50 }) looks: MyLook[];
  @Inside('Amendments to agree', () => MyAmendments, { many: 20 }) amendments: MyAmendments[];
  @Inside('Decisions needed', () => DecisionItem, { many: 50 }) decisions: DecisionItem[];
  @Inside('Views awaited from my organisation', () => AwaitedView, { many: 50 }) awaitedViews: AwaitedView[];
  @Inside('Days to confirm', () => MyAssignment, { many: 50 }) assignments: MyAssignment[];
  @Inside('Releases asked of my organisation', () => AskedRelease, { many: 50 }) releases: AskedRelease[];
  @Inside('Promises asked of my organisation', () => AskedPromise, { many: 50 }) promises: AskedPromise[];
  @Inside('Scenarios to agree', () => ScenarioItem, { many: 50 }) scenarios: ScenarioItem[];
  @Inside('Mentions', () => MyMention, { many: 50 }) mentions: MyMention[];
  @Inside('Put off', () => MySnooze, { many: 400 }) snoozes: MySnooze[];
  @Inside('Words', () => ShownWord, { many: 20 }) words: ShownWord[];
  @Flag('There is a plan with actions') hasPlan: boolean;
}

export const myWorkRoutes = {
  read: route({ method: 'GET', path: 'localities/:locality/my-work', may: 'plan.read', says: 'What I owe, soonest first', answer: MyWork }),
};
