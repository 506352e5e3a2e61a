import { actionGroupings, type ActionItem, actionSorts, directions, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';
import { anAction, aPlan } from '../testing/plan-builder';

const { list } = routes.actions;

describe('the plan table', () => {
  let stage: Stage;
  let lead: Caller;
  let plan: string;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    plan = await aPlan(lead, {}, 'Delivery board');
  });
  afterAll(() => stage.close());

  const refs = async (query: Record<string, unknown>): Promise<string[]> => (await lead.ask(list, { query: { plan, ...query } })).items.map((one) => one.ref);

  it('sorts refs as people count and finds what each filter asks for', async () => {
    const council = await lead.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } });
    const late = await anAction(lead, plan, { ref: '2.9', title: 'Late', dueOn: '2020-01-31', ownerId: lead.personId, theme: 'Flow', priority: 'high' });
    const text = await anAction(lead, plan, { ref: '2.10', title: 'Ongoing thing', dueText: 'Ongoing', horizon: 'quick_win', contributingIds: [council.id] });
    await anAction(lead, plan, { ref: '1.1', title: 'Calm_100%', dueOn: '2090-01-31', accountableOrganisationId: council.id, daysNeeded: 4 });
    await lead.ask(routes.actions.moveDue, { params: { id: late }, body: { dueOn: '2020-02-28', reason: 'capacity', agreedBy: 'Board' } });
    await lead.ask(routes.updates.report, { params: { id: text }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'A decision', decision: { what: 'Fund it', fromWhom: 'Board', neededBy: '2090-01-01' } } });

    expect(await refs({})).toEqual(['1.1', '2.9', '2.10']);
    expect(await refs({ direction: 'down' })).toEqual(['2.10', '2.9', '1.1']);
    expect(await refs({ overdue: true })).toEqual(['2.9']);
    expect(await refs({ overdue: false })).toEqual(['1.1', '2.10']);
    expect(await refs({ moved: true })).toEqual(['2.9']);
    expect(await refs({ movedSince: '2090-01-01' })).toEqual([]);
    expect(await refs({ dateUnresolved: true })).toEqual(['2.10']);
    expect(await refs({ decision: true })).toEqual(['2.10']);
    expect(await refs({ status: ['off_track', 'at_risk'] })).toEqual(['2.10']);
    expect(await refs({ horizon: 'quick_win' })).toEqual(['2.10']);
    expect(await refs({ organisation: council.id })).toEqual(['1.1', '2.10']);
    expect(await refs({ accountable: council.id })).toEqual(['1.1']);
    expect(await refs({ owner: lead.personId })).toEqual(['2.9']);
    expect(await refs({ unowned: true })).toEqual(['1.1', '2.10']);
    expect(await refs({ unestimated: true })).toEqual(['2.9', '2.10']);
    const board = (await lead.ask(routes.boards.list)).items[0]?.id;
    expect(await refs({ theme: 'Flow', priority: ['high', 'low'], board })).toEqual(['2.9']);
    expect(await refs({ notUpdatedSince: '2026-01-01' })).toEqual(['1.1', '2.9']);
    expect(await refs({ text: '_100%' })).toEqual(['1.1']);
    expect(await refs({ sort: 'due' })).toEqual(['2.9', '1.1', '2.10']);
    expect((await refs({ sort: 'status' }))[0]).toBe('2.10');
    expect(await refs({ sort: 'updated', direction: 'down' })).toHaveLength(3);

    const row = (await lead.ask(list, { query: { plan, status: 'off_track' } })).items[0];
    expect(row).toMatchObject({ status: 'off_track', lastUpdateText: 'Stuck', openDecisions: 1, lacks: [], dueText: 'Ongoing' });
    expect((await lead.ask(list, { query: { plan, overdue: 'true' } })).items[0]).toMatchObject({ overdue: true, moves: 1, baselineDueOn: '2020-01-31', ownerName: 'Test lead' });
  });

  it('asks of one and the same move when and why it was, and knows what is estimated but without a date', async () => {
    const moved = await anAction(lead, plan, { ref: '9.1', dueOn: '2090-01-31' });
    await lead.ask(routes.actions.moveDue, { params: { id: moved }, body: { dueOn: '2090-02-28', reason: 'dependency', agreedBy: 'Board' } });
    await stage.owner.query(`insert into due_move (locality_id, action_id, from_on, to_on, reason, agreed_by, moved_on) select locality_id, id, '2089-01-01', '2090-01-31', 'scope', 'Board', '2020-01-01' from action where id = $1`, [moved]);
    expect(await refs({ movedFor: 'scope' })).toEqual(['9.1']);
    expect(await refs({ movedFor: 'scope', movedSince: '2020-02-01' })).toEqual([]);
    expect(await refs({ movedFor: ['scope', 'dependency'], movedSince: '2020-02-01' })).toEqual(['9.1']);
    await anAction(lead, plan, { ref: '9.2', daysNeeded: 3 });
    expect(await refs({ undated: true })).toEqual(['9.2']);
    for (const ref of ['9.1', '9.2']) await stage.owner.query('update action set withdrawn_at = now() where plan_id = $1 and ref = $2', [plan, ref]);
  });

  it('gives every action once, page after page, in every order and grouping', async () => {
    const big = await aPlan(lead);
    await stage.owner.query(
      `insert into action (locality_id, plan_id, ref, title, theme, priority, owner_id, due_on, status)
       select p.locality_id, p.id, (n / 10)::text || '.' || n % 10, 'Title ' || n % 7, case when n % 5 > 0 then 'Theme ' || n % 5 end, (array['high', 'medium', 'low', null])[1 + n % 4],
         case when n % 3 = 0 then $2::uuid end, case when n % 4 > 0 then date '2026-01-01' + n % 40 end, (array['on_track', 'at_risk', 'not_started'])[1 + n % 3]
       from plan p, generate_series(1, 120) n where p.id = $1`,
      [big, lead.personId],
    );
    // Every order by itself, and every grouping over an order of text and one of dates that some have not.
    for (const sort of actionSorts)
      for (const direction of directions)
        for (const group of sort === 'title' || (sort === 'due' && direction === 'down') ? [undefined, ...actionGroupings] : [undefined]) {
          const found: ActionItem[] = [];
          let after: string | undefined;
          for (let pages = 0; pages < 4; pages += 1) {
            const { items, next, total, groups } = await lead.ask(list, { query: { plan: big, sort, direction, ...(group ? { group } : {}), ...(after ? { after } : {}) } });
            expect(total).toBe(after ? null : 120);
            if (group && !after) expect(groups?.reduce((sum, one) => sum + one.count, 0)).toBe(120);
            else expect(groups).toBeNull();
            found.push(...items);
            if (next === null) break;
            after = next;
          }
          expect(new Set(found.map((one) => one.id)).size).toBe(120);
          expect(found).toHaveLength(120);
          if (group) expect(found.map((one) => one.group).filter((one, at, all) => at === 0 || one !== all[at - 1])).toHaveLength(new Set(found.map((one) => one.group)).size);
        }
  });

  it('lists an action under each finding that it answers', async () => {
    const grouped = await lead.ask(list, { query: { plan, group: 'finding' } });
    expect(grouped.groups).toEqual([{ key: null, label: null, count: 3 }]);
  });

  it('refuses a cursor that it did not write, or of another order', async () => {
    const { next } = await lead.ask(list, { query: { sort: 'title' } });
    expect(next).toEqual(expect.any(String));
    for (const after of [next, 'nonsense', Buffer.from('["ref up ","1"]').toString('base64url'), Buffer.from(`["ref up ","1","'; drop table action"]`).toString('base64url')])
      expect((await lead.try(list, { query: { sort: 'ref', after } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'after' }] });
    expect((await lead.try(list, { query: { sort: 'password', status: 'green', owner: 'x', overdue: 'yes' } })).problem.fields?.map((one) => one.field).sort()).toEqual(['overdue', 'owner', 'sort', 'status']);
  });

  it('shows another locality nothing, whatever it asks for', async () => {
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect(await elsewhere.ask(list, { query: { plan, group: 'theme' } })).toMatchObject({ items: [], next: null, total: 0, groups: [] });
    expect((await elsewhere.ask(list)).items).toEqual([]);
  });

  it('reads the default order from its index instead of sorting the plan', async () => {
    const { rows } = await stage.owner.query<{ indexname: string }>(`select indexname from pg_indexes where tablename = 'action'`);
    expect(rows.map((one) => one.indexname)).toEqual(expect.arrayContaining(['action_by_ref', 'action_by_title', 'action_by_due', 'action_by_status', 'action_by_update', 'action_by_priority']));
  });
});
