import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { amended as amendedSince } from '../../versions/changes.sql';
import { DECIDE, FREEZE } from '../../versions/versions.sql';
import type { DemoAction } from './actions';
import type { DemoBoard } from './agreement';
import { later } from './life';
import type { DemoPerson } from './people';
import { REGISTER_DAYS } from './register-days';

interface Around {
  readonly owner: ClientBase;
  readonly people: readonly DemoPerson[];
  readonly boards: readonly DemoBoard[];
  readonly planIds: readonly string[];
  readonly ownerIds: readonly string[];
  readonly today: string;
}

/**
 * What boards approved and what changed since. The first plan has two versions, amendments that wait, approved and declined
 * ones, and one that was put back; the second plan was approved once and left alone; the others never were.
 */
export async function demoVersions(actions: readonly DemoAction[], around: Around): Promise<void> {
  const past = await Past.open(around);
  const [first, second] = around.planIds;
  if (first) await amended(past, first, actions.filter((one) => one.planId === first && one.life.due), around);
  if (second) await past.approve(second, around.boards[1], 1, 190, 'Minute 5');
  await around.owner.query(REGISTER_DAYS, [around.today]);
  await past.close();
}

async function amended(past: Past, plan: string, actions: readonly DemoAction[], { boards, ownerIds }: Around): Promise<void> {
  const [board] = boards;
  const open = actions.filter((one) => !one.life.told.some(({ status }) => status === 'complete'));
  const at = (nth: number): DemoAction => open[nth * 3] ?? (open[0] as DemoAction);
  const set = (nth: number, column: string, value: unknown): [string, unknown[]] => [`update action set ${column} = $2 where id = $1`, [at(nth).id, value]];

  await past.approve(plan, board, 1, 300, 'Minute 4.1: approved as put, with thanks to those who wrote it.');
  await past.happens(216, 'lead', 'Said more plainly, for the public version', ...set(0, 'title', `${at(0).title}, and publish the result`));
  await past.happens(204, 'admin', 'Filled in spring: the post was vacant when the plan was made', ...set(1, 'owner_id', ownerIds[3]));
  await past.happens(188, 'lead', 'It is larger than we thought: two contracts have to end first', ...set(2, 'horizon', 'deep_rooted'));
  await past.moves(171, at(3), 70, 'decision', 'The joint budget was settled a quarter late', board?.name ?? '');
  await past.approve(plan, board, 2, 112, 'Minute 7.2: the four amendments are approved.');

  await past.happens(74, 'lead', 'The board asked how we would know', ...set(4, 'success_measure', 'Days that people wait after they are ready to leave, by ward, each week'));
  await past.happens(66, 'lead', 'They offered two days a week', anotherOf('organisation', 'name'), [at(5).id]);
  await past.happens(61, 'admin', 'Found while the diagnosis was written: it answers this as well', anotherOf('finding', 'ref'), [at(6).id]);
  await past.moves(45, at(7), 56, 'funding', 'The grant comes in the new year', 'the chair');
  await past.happens(38, 'lead', 'Asked for by experts by experience', `insert into action (plan_id, ref, title, description, horizon, owner_id, due_on, baseline_due_on, created_on) values ($1, 'A.1', 'Publish the plan in plain words', 'Four pages that say what changes for people, and by when.', 'quick_win', $2, $3, $3, $4)`, [plan, ownerIds[0], past.day(-50), past.day(38)]);
  await past.happens(33, 'lead', `Covered by ${at(0).ref}: two teams did the same`, 'update action set withdrawn_at = now() where id = $1', [at(8).id]);
  await past.happens(29, 'lead', 'Winter pressure', ...set(9, 'priority', at(9).row['priority'] === 'high' ? 'low' : 'high'));
  await past.happens(27, 'lead', 'Half of the work is done by volunteers', ...set(10, 'days_needed', 4));
  await past.decides(plan, board, 14, 'Minute 9.3: resources stay as approved until the review in January.', { successMeasure: 'approved', contributing: 'approved', priority: 'declined', daysNeeded: 'declined' });
  await past.happens(9, 'lead', 'The board declined it', ...set(10, 'days_needed', at(10).row['days_needed']));
}

/** Links the first organisation or finding that an action does not have yet. */
const anotherOf = (table: 'organisation' | 'finding', by: string): string =>
  `insert into action_${table} (action_id, ${table}_id) select $1, t.id from ${table} t where t.locality_id = current_locality() and not exists (select from action_${table} l where l.locality_id = t.locality_id and l.action_id = $1 and l.${table}_id = t.id) order by t.${by}, t.id limit 1`;

/** Writes a past that could have been: each thing on its day and by its person, in the order in which it happened. */
class Past {
  private constructor(
    private readonly around: Around,
    private last: string,
  ) {}

  /** Only here is the audit's own clock set back: the demo is a year old from its first minute, and nothing of it is sealed yet. */
  static async open(around: Around): Promise<Past> {
    await around.owner.query('alter table audit disable trigger append_only');
    const past = new Past(around, '0');
    await past.stamp(400);
    return past;
  }

  async close(): Promise<void> {
    await this.around.owner.query('alter table audit enable trigger append_only');
    await this.as('lead', '');
  }

  day(ago: number): string {
    return later(this.around.today, -ago);
  }

  async happens(ago: number, word: string, reason: string, sql: string, values: readonly unknown[]): Promise<void> {
    await this.as(word, reason);
    await this.around.owner.query(sql, [...values]);
    await this.stamp(ago);
  }

  async moves(ago: number, action: DemoAction, days: number, reason: string, note: string, agreedBy: string): Promise<void> {
    const [from, to] = [action.life.due ?? this.day(0), later(action.life.due ?? this.day(0), days)];
    await this.around.owner.query('insert into due_move (action_id, from_on, to_on, reason, note, agreed_by, moved_on) values ($1, $2, $3, $4, $5, $6, $7)', [action.id, from, to, reason, note, agreedBy, this.day(ago)]);
    await this.happens(ago, 'lead', `${reason === 'funding' ? 'Funding' : 'Decision awaited'}: ${note}. Agreed by ${agreedBy}`, 'update action set due_on = $2 where id = $1', [action.id, to]);
  }

  async approve(plan: string, board: DemoBoard | undefined, number: number, ago: number, note: string): Promise<void> {
    const id = randomUUID();
    await this.happens(ago, 'lead', '', 'insert into plan_version (id, plan_id, number, board_id, board, approved_on, note, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)', [id, plan, number, board?.id, board?.name, this.day(ago), note, `${this.day(ago)}T15:00:00Z`]);
    await this.happens(ago, 'lead', '', FREEZE, [plan, id]);
  }

  async decides(plan: string, board: DemoBoard | undefined, ago: number, note: string, said: Readonly<Record<string, string>>): Promise<void> {
    const { rows } = await this.around.owner.query<{ actionId: string; field: string; item: string | null; position: string }>(`${amendedSince('true')} select action_id as "actionId", field, item, position from amendment where field = any ($2)`, [plan, Object.keys(said)]);
    await this.happens(ago, 'lead', '', DECIDE, [plan, JSON.stringify(rows.map((one) => ({ ...one, decision: said[one.field] }))), board?.id, board?.name, this.day(ago), note]);
  }

  private async as(word: string, reason: string): Promise<void> {
    const who = this.around.people.find((one) => one.word === word);
    await this.around.owner.query(`select set_config('app.actor', $1, true), set_config('app.person', $2, true), set_config('app.reason', $3, true)`, [who?.userId, who?.personId, reason]);
  }

  private async stamp(ago: number): Promise<void> {
    await this.around.owner.query('update audit set at = $1 where locality_id = current_locality() and position > $2', [`${this.day(ago)}T10:24:00Z`, this.last]);
    const { rows } = await this.around.owner.query<{ last: string }>('select coalesce(max(position), 0) as last from audit where locality_id = current_locality()');
    this.last = rows[0]?.last ?? this.last;
  }
}
