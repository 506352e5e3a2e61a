import { CalendarDate, Email, Flag, Id, Inside, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';
import { OwedAction } from './updates';

/** Days after which an open action without an update is owed one, when nobody says otherwise. */
export const UPDATE_EVERY = 28;

export class LateAction extends OwedAction {
  @CalendarDate('Last update', { nullable: true }) lastUpdateOn: string | null;
}

/** Somebody who owes updates. Nobody (null): actions without an owner. */
export class Ower {
  @Id('Person', { nullable: true }) personId: string | null;
  @Text('Name', { nullable: true }) name: string | null;
  @Email('E-mail', { nullable: true }) email: string | null;
  @Flag('Has an account', { hint: 'Without one, a lead reports on their behalf' }) hasAccount: boolean;
  @Text('Organisation', { nullable: true }) organisationName: string | null;
  @Flag('Chased today') chasedToday: boolean;
  @CalendarDate('Last chased', { nullable: true }) lastChasedOn: string | null;
  @Quantity('Actions in all') count: number;
  @Inside('Longest without an update', () => LateAction, { many: 50 }) actions: LateAction[];
}

export class ChaseQuery {
  @Quantity('Days without an update', { optional: true, min: 1, max: 365 }) days?: number;
}

export class ChaseList {
  @Quantity('Days without an update') days: number;
  @Inside('Who owes', () => Ower, { many: 500 }) items: Ower[];
}

/** `personIds` left out: everybody who owes and has an e-mail address. */
export class NewChase {
  @Quantity('Days without an update', { min: 1, max: 365 }) days: number;
  @Id('People', { many: 500, optional: true }) personIds?: string[];
}

export class Chased {
  @Quantity('Mails sent') sent: number;
  @Quantity('Already chased today') alreadyToday: number;
  @Quantity('Without an e-mail address') withoutEmail: number;
}

export const chaseRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/chases', may: 'chase.send', says: 'Who owes an update, and on which actions', query: ChaseQuery, answer: ChaseList }),
  send: route({ method: 'POST', path: 'localities/:locality/chases', may: 'chase.send', says: 'Mail those who owe an update, at most once a day each', body: NewChase, answer: Chased, status: 201 }),
};
