import { randomBytes } from 'node:crypto';
import { type ActionPage, type BoardItem, type FindingPage, type OutcomeItem, type Role, type Route, routes, type ThreadItem } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { Stage } from './stage';

/** How a route is called: what goes into its address, its query and its body; `as`: by whom, when that matters to the call. */
export interface Asking {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly file?: { readonly name: string; readonly content: Buffer };
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: Caller;
}

/** How its rightful user calls a route so that it succeeds, as often as it is asked for. `asker` is who will call. */
export type Call = (here: Here, asker: Caller) => Asking | Promise<Asking>;

/** The calls of one feature's routes, by their names in the contract. */
export type CallsOf<Group extends Readonly<Record<string, Route>>> = { readonly [Name in keyof Group]?: Call };

/**
 * One locality with something of everything in it. Its texts all hold `word`, which is said nowhere else, so that another
 * locality's answers can be searched for it. What a call uses up is made fresh.
 */
export class Here {
  private count = 0;

  private constructor(
    readonly stage: Stage,
    readonly locality: string,
    readonly word: string,
    readonly lead: Caller,
    readonly administrator: Caller,
    readonly organisationId: string,
    readonly personId: string,
    readonly planId: string,
    readonly boardId: string,
    readonly frameworkId: string,
    readonly criterionId: string,
    readonly reviewId: string,
    readonly summitId: string,
  ) {}

  static async open(stage: Stage, locality: string, word: string): Promise<Here> {
    const lead = await stage.person(['lead'], locality);
    const administrator = await stage.person(['administrator'], locality);
    const organisation = await lead.ask(routes.organisations.add, { body: { name: `${word} Council`, kind: 'council', aliases: [word] } });
    const person = await lead.ask(routes.people.add, { body: { name: `${word} Owner`, email: `${word.toLowerCase()}@people.example`, organisationId: organisation.id } });
    const plan = await lead.ask(routes.plans.add, { body: { title: `${word} plan`, aim: `${word} aim` } });
    const { boards } = await lead.ask(routes.plans.reportTo, { params: { id: plan.id }, body: { name: `${word} board` } });
    const framework = (await lead.ask(routes.frameworks.list)).items[0];
    const review = await lead.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: `${word} review` } });
    const summit = await lead.ask(routes.summits.add, { body: { title: `${word} summit`, heldOn: '2026-03-01' } });
    return new Here(stage, locality, word, lead, administrator, organisation.id, person.id, plan.id, boards[0]?.id ?? '', framework?.id ?? '', framework?.criteria[0]?.id ?? '', review.id, summit.id);
  }

  /** A name that nothing here has yet. */
  name(what: string): string {
    return `${this.word} ${what} ${(this.count += 1)}`;
  }

  email(): string {
    return `${this.word.toLowerCase()}.${randomBytes(5).toString('hex')}@people.example`;
  }

  /** A day so many days from today. */
  day(ahead: number): string {
    return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  }

  person(roles: readonly Role[]): Promise<Caller> {
    return this.stage.person(roles, this.locality);
  }

  action(more: object = {}): Promise<ActionPage> {
    return this.lead.ask(routes.actions.add, { body: { planId: this.planId, ref: `${(this.count += 1)}.1`, title: this.name('action'), horizon: 'medium', ownerId: this.personId, accountableOrganisationId: this.organisationId, ...more } });
  }

  finding(): Promise<FindingPage> {
    return this.lead.ask(routes.findings.add, { body: { reviewId: this.reviewId, ref: `F${(this.count += 1)}`, quotation: this.name('quotation'), kind: 'challenge', force: 'must', themes: [this.word], criterionIds: [this.criterionId] } });
  }

  /** A board with one meeting to come. */
  async board(): Promise<BoardItem> {
    const { id } = await this.lead.ask(routes.boards.add, { body: { name: this.name('board') } });
    return this.lead.ask(routes.boards.addMeeting, { params: { id }, body: { heldOn: this.day(10) } });
  }

  async programmeId(): Promise<string> {
    return (await this.lead.ask(routes.programmes.add, { body: { name: this.name('programme') } })).id;
  }

  async decisionId(): Promise<string> {
    const { id } = await this.action();
    const { decisionId } = await this.lead.ask(routes.updates.report, { params: { id }, body: { status: 'off_track', narrative: this.name('narrative'), pathToGreen: this.name('way back'), decision: { what: this.name('decision'), boardId: this.boardId, neededBy: this.day(20) } } });
    return decisionId ?? '';
  }

  async causeId(): Promise<string> {
    const text = this.name('cause');
    const { causes } = await this.lead.ask(routes.causes.add, { body: { text } });
    return causes.find((one) => one.text === text)?.id ?? '';
  }

  async measureId(): Promise<string> {
    return (await this.lead.ask(routes.measures.add, { body: { title: this.name('measure'), unit: 'days', direction: 'down', source: `${this.word} dashboard` } })).id;
  }

  async outcome(): Promise<OutcomeItem> {
    const text = this.name('outcome');
    const { outcomes } = await this.lead.ask(routes.summits.addOutcome, { params: { id: this.summitId }, body: { agreedOn: '2026-03-01', kind: 'commitment', text, organisationIds: [this.organisationId] } });
    const made = outcomes.find((one) => one.text === text);
    if (!made) throw new Error('the outcome was not made');
    return made;
  }

  /** A thread of the asker's own, where they may raise one; else of the lead's. */
  async thread(asker: Caller = this.lead): Promise<ThreadItem> {
    const asking = { body: { actionId: (await this.action()).id, kind: 'question' as const, text: this.name('question') } };
    const { status, body } = await asker.try(routes.threads.raise, asking);
    return status < 400 ? body : this.lead.ask(routes.threads.raise, asking);
  }

  /** Somebody's place here. */
  async membershipId(): Promise<string> {
    const { personId } = await this.person(['executive']);
    const { rows } = await this.stage.owner.query<{ id: string }>('select id from membership where person_id = $1', [personId]);
    return rows[0]?.id ?? '';
  }

  async invitation(): Promise<{ readonly id: string; readonly tokenKey: string; readonly email: string }> {
    const email = this.email();
    const { invitation } = await this.administrator.ask(routes.invitations.invite, { body: { name: this.name('guest'), email, roles: ['lead'] } });
    return { id: invitation?.id ?? '', email, tokenKey: await this.linkIn(email, /\/invitations\/([\w-]+)/) };
  }

  /** The key in the link of the last mail to somebody. */
  async linkIn(email: string, form: RegExp): Promise<string> {
    const { rows } = await this.stage.owner.query<{ body: string }>('select body from kernel.outbox where lower(recipient) = lower($1) order by id desc limit 1', [email]);
    return form.exec(rows[0]?.body ?? '')?.[1] ?? 'none';
  }
}
