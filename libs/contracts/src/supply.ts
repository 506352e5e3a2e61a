import { omit, partial, pick } from './kernel/derive';
import { CalendarDate, Flag, Id, Inside, Month, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type AskedState, askedStates, type LeavePart, leaveParts, type TeamKind, teamKinds } from './words';

/** When somebody works, from a day on. A person-day is the employer's own: the minutes of a full-time day there. */
export class WorkingPattern {
  @Id('Id') id: string;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until', { nullable: true, hint: 'The last day; empty until the next pattern' }) toOn: string | null;
  @Quantity('Minutes a day', { many: 7, max: 1_440, hint: 'Monday to Sunday' }) minutes: number[];
  @Quantity('Minutes of a full-time day', { min: 300, max: 600 }) fullTimeMinutes: number;
}

export const NewWorkingPattern = omit(WorkingPattern, 'id');
export type NewWorkingPattern = InstanceType<typeof NewWorkingPattern>;

/** Days on which somebody is away. Nobody asks why. */
export class Leave {
  @Id('Id') id: string;
  @CalendarDate('First day') fromOn: string;
  @CalendarDate('Last day') toOn: string;
  @OneOf('Of each day', leaveParts) part: LeavePart;
}

export const NewLeave = omit(Leave, 'id');
export type NewLeave = InstanceType<typeof NewLeave>;

/** The share of somebody's time that their organisation gives to the plans of this locality. */
export class Release {
  @Id('Id') id: string;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until', { nullable: true, hint: 'The last day; empty until further notice' }) toOn: string | null;
  @Quantity('Per cent of their time', { min: 1, max: 100 }) percent: number;
  @CalendarDate('Funded until', { nullable: true, hint: 'Where money for this ends on a day' }) fundedUntil: string | null;
  @OneOf('State', askedStates) state: AskedState;
  @Text('Asked for by', { nullable: true }) requestedByName: string | null;
  @Text('Confirmed by', { nullable: true }) confirmedByName: string | null;
  @Flag('Asked for by me') isMine: boolean;
}

export const NewRelease = pick(Release, 'fromOn', 'toOn', 'percent', 'fundedUntil');
export type NewRelease = InstanceType<typeof NewRelease>;

export class ReleaseEnd {
  @CalendarDate('Last day', { hint: 'The day before it begins takes it back whole' }) lastOn: string;
}

/** Until when somebody’s post is paid for. */
export class PostFunding {
  @CalendarDate('Post funded until', { nullable: true, hint: 'Empty where no end is known' }) fundedUntil: string | null;
  @Version() version: number;
}

/** Days of a full-time year of 260 working days that are lost to everything else. */
export class ProductiveTime {
  @Quantity('Annual leave that is usual', { max: 252, hint: 'As far as nobody has entered their own' }) usualLeave: number;
  @Quantity('Training', { max: 252 }) training: number;
  @Quantity('Administration and meetings', { max: 252 }) administration: number;
  @Quantity('Sickness', { max: 252, hint: 'The usual for everybody, never one person’s' }) sickness: number;
  @Quantity('Buffer for what nobody foresees', { max: 252 }) buffer: number;
}

/** `version` 0: nobody has changed it, and the usual figures hold. */
export class ProductiveTimeShown extends ProductiveTime {
  @Quantity('Version') version: number;
}

export class ProductiveTimeEdit extends partial(ProductiveTime) {
  @Quantity('Version') version: number;
}

/** One month with the way to its figure, in whole minutes that add up; see docs/capacity.md. */
export class SupplyMonthItem {
  @Month('Month') month: string;
  @Quantity('By pattern') pattern: number;
  @Quantity('Before the post is filled or after its funding') outside: number;
  @Quantity('Bank holidays') holidays: number;
  @Quantity('Leave') leave: number;
  @Quantity('Not released') kept: number;
  @Quantity('Other work', { min: -1 }) otherWork: number;
  @Quantity('Given', { nullable: true, hint: 'Null: not known' }) given: number | null;
  @Quantity('Given if all that is asked for were confirmed', { nullable: true }) asked: number | null;
  @Quantity('Days not known') unknownDays: number;
  @Quantity('Minutes of a person-day', { min: 300, max: 600 }) personDay: number;
  @Quantity('A full-time post') fullTime: number;
}

export class SupplyTeam {
  @Id('Team') id: string;
  @Text('Name') name: string;
  @OneOf('Kind', teamKinds) kind: TeamKind;
  @CalendarDate('From') fromOn: string;
  @CalendarDate('Until', { nullable: true }) toOn: string | null;
}

/** Who somebody is, as everybody who reads people sees it. */
export class SuppliedPerson {
  @Id('Person') id: string;
  @Version() version: number;
  @Text('Name') name: string;
  @Text('Job title', { nullable: true }) jobTitle: string | null;
  @Text('Profession', { nullable: true }) profession: string | null;
  @Id('Organisation', { nullable: true }) organisationId: string | null;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @CalendarDate('Post filled from', { nullable: true, hint: 'Null: it is filled' }) expectedOn: string | null;
}

/**
 * What somebody can give. To others than themselves and the leads of their employer it has no pattern, leave or months, and
 * of the releases only those that the asker asked for: `isShown` says so.
 */
export class PersonSupply extends SuppliedPerson {
  @CalendarDate('Today') today: string;
  @Flag('Me') isMe: boolean;
  @Flag('Their figures are shown') isShown: boolean;
  @Flag('Their employer’s lead asks', { hint: 'Who may confirm' }) isOurs: boolean;
  @CalendarDate('Post funded until', { nullable: true }) fundedUntil: string | null;
  @Inside('Patterns, latest first', () => WorkingPattern, { many: 200 }) patterns: WorkingPattern[];
  @Inside('Leave, latest first', () => Leave, { many: 1_000 }) leave: Leave[];
  @Inside('Releases, latest first', () => Release, { many: 500 }) releases: Release[];
  @Inside('Teams', () => SupplyTeam, { many: 200 }) teams: SupplyTeam[];
  @Inside('Productive time', () => ProductiveTimeShown) time: ProductiveTimeShown;
  @Inside('Months', () => SupplyMonthItem, { many: 24 }) months: SupplyMonthItem[];
}

/** One of the asker's own organisation. */
export class OurPerson extends SuppliedPerson {
  @Quantity('Per cent released today') percent: number;
  @Quantity('Releases asked for') waiting: number;
  @Quantity('Full-time equivalents by pattern', { places: 2, nullable: true, hint: 'Null: not known' }) equivalents: number | null;
  @Inside('Months', () => SupplyMonthItem, { many: 24 }) months: SupplyMonthItem[];
}

/** What the people of the asker's own organisation can give. */
export class OurPeople {
  @Text('Organisation', { nullable: true, hint: 'Null: the asker has none here' }) organisationName: string | null;
  @Inside('People', () => OurPerson, { many: 500 }) items: OurPerson[];
  @Quantity('People not listed', { hint: 'Beyond the first 500' }) more: number;
}

/** A release that waits for the asker’s organisation. */
export class AskedRelease extends pick(Release, 'id', 'fromOn', 'toOn', 'percent', 'requestedByName') {
  @Id('Person') personId: string;
  @Text('Name') name: string;
  @Text('Asked for by somebody of', { nullable: true }) requestedByOrganisation: string | null;
}

const person = 'localities/:locality/people/:id';

export const supplyRoutes = {
  mine: route({ method: 'GET', path: 'localities/:locality/my-load', may: 'supply.own', says: 'My own pattern, leave and releases, and what I can give by month', answer: PersonSupply }),
  ours: route({ method: 'GET', path: 'localities/:locality/our-people', may: 'supply.keep', says: 'What the people of my own organisation can give by month', answer: OurPeople }),
  person: route({ method: 'GET', path: `${person}/supply`, may: 'supply.keep', says: 'What somebody can give: the figures for the leads of their employer, for others what they asked for', answer: PersonSupply }),
  setPattern: route({ method: 'POST', path: `${person}/patterns`, may: 'supply.own', says: 'Say when somebody works from a day on; the pattern before ends the day before', body: NewWorkingPattern, answer: PersonSupply, status: 201, refusals: ['rule'] }),
  dropPattern: route({ method: 'DELETE', path: `${person}/patterns/:pattern`, may: 'supply.own', says: 'Take out a pattern; the one before goes on in its place', answer: PersonSupply, refusals: ['rule'] }),
  addLeave: route({ method: 'POST', path: `${person}/leave`, may: 'supply.own', says: 'Enter days away', body: NewLeave, answer: PersonSupply, status: 201, refusals: ['rule'] }),
  dropLeave: route({ method: 'DELETE', path: `${person}/leave/:leave`, may: 'supply.own', says: 'Take out days away', answer: PersonSupply, refusals: ['rule'] }),
  release: route({ method: 'POST', path: `${person}/releases`, may: 'supply.keep', says: 'Ask for a share of somebody’s time; of the asker’s own organisation it is confirmed with that', body: NewRelease, answer: PersonSupply, status: 201, refusals: ['rule'] }),
  confirm: route({ method: 'POST', path: `${person}/releases/:release/confirm`, may: 'supply.keep', says: 'Confirm for one’s own organisation what was asked for', answer: PersonSupply, refusals: ['rule', 'already_done'] }),
  end: route({ method: 'POST', path: `${person}/releases/:release/end`, may: 'supply.keep', says: 'End a release on a day, decline one, or take back one’s own request', body: ReleaseEnd, answer: PersonSupply, refusals: ['rule'] }),
  fund: route({ method: 'PATCH', path: `${person}/post`, may: 'supply.keep', says: 'Say until when a post is paid for', body: PostFunding, answer: PersonSupply, refusals: ['rule', 'stale'] }),
  time: route({ method: 'GET', path: 'localities/:locality/productive-time', may: 'capacity.read', says: 'How a year of working days goes here', answer: ProductiveTimeShown }),
  editTime: route({ method: 'PATCH', path: 'localities/:locality/productive-time', may: 'locality.keep', says: 'Change how a year of working days goes here', body: ProductiveTimeEdit, answer: ProductiveTimeShown, refusals: ['rule', 'stale'] }),
};
