import { type BodyOf, routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { preview, apply, undo, list } = routes.bulkEdits;
const { page, edit } = routes.actions;
type Change = BodyOf<typeof apply>['change'];

describe('bulk edits', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  const due = '2090-03-01';
  const move = { reason: 'funding', agreedBy: 'Delivery board', note: 'The grant is late' } as const;
  const some = async (count: number, more: object = {}) => {
    const planId = await aPlan(lead);
    const ids: string[] = [];
    for (let n = 1; n <= count; n += 1) ids.push(await anAction(lead, planId, { ref: `2.${n}`, dueOn: due, ...more }));
    return { planId, ids };
  };
  const see = (id: string) => lead.ask(page, { params: { id } });
  const looked = async (change: Change, actionIds: string[]) => (await lead.ask(preview, { body: { change, actionIds } })).rows.map(({ id, version }) => ({ id, version }));
  const organisation = async (name: string) => (await lead.ask(routes.organisations.add, { body: { name: `${name} ${Math.random()}`, kind: 'council', aliases: [] } })).id;

  it('shows each change before it is made, field by field, with what cannot be and why, and writes nothing', async () => {
    const { planId, ids } = await some(2, { theme: 'Flow' });
    const undated = await anAction(lead, planId, { ref: '2.10', ownerId: lead.personId });
    const { rows, needsReason } = await lead.ask(preview, { body: { change: { ownerId: lead.personId, theme: 'Flow', move: { ...move, byDays: 7 } }, actionIds: [undated, ...ids] } });
    expect(needsReason).toBeNull();
    expect(rows.map(({ ref, steps, refusals }) => ({ ref, fields: steps.map((one) => [one.field, one.before, one.after]), refusals }))).toEqual([
      ...['2.1', '2.2'].map((ref) => ({ ref, fields: [['ownerId', [], ['Test lead']], ['dueOn', [due], ['2090-03-08']]], refusals: [] })),
      { ref: '2.10', fields: [], refusals: ['It has no due date yet: give it one first'] },
    ]);
    expect(await see(ids[0] ?? '')).toMatchObject({ version: 1, ownerId: null, dueOn: due });
  });

  it('finds all that the plan table’s filters find, up to five hundred', async () => {
    const { planId, ids } = await some(3);
    await lead.ask(edit, { params: { id: ids[1] ?? '' }, body: { priority: 'high', version: 1 } });
    const { rows } = await lead.ask(preview, { body: { change: { theme: 'Carers' }, filter: { plan: planId, priority: ['high'] } } });
    expect(rows.map((one) => one.id)).toEqual([ids[1]]);
    await stage.owner.query(`insert into action (locality_id, plan_id, ref, title) select locality_id, id, '9.' || n, 'One of many' from plan, generate_series(1, 500) n where id = $1`, [planId]);
    expect((await lead.try(preview, { body: { change: { theme: 'Carers' }, filter: { plan: planId } } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'filter' }] });
    expect((await lead.try(preview, { body: { change: { theme: 'Carers' } } })).problem).toMatchObject({ fields: [{ field: 'actionIds' }] });
  });

  it('changes them all at once, as the single edit would: moves are recorded, the history says why, and nobody is mailed', async () => {
    const { ids } = await some(3);
    const [council, trust] = [await organisation('Council'), await organisation('Trust')];
    await lead.ask(edit, { params: { id: ids[2] ?? '' }, body: { addContributing: [trust], version: 1 } });
    const change: Change = { ownerId: lead.personId, accountableOrganisationId: council, addContributing: [council], removeContributing: [trust], priority: 'low', horizon: 'deep_rooted', restricted: ['risks'], move: { ...move, byDays: -10 } };
    const mails = async () => (await stage.owner.query('select 1 from kernel.outbox')).rowCount;
    const before = await mails();
    const done = await lead.ask(apply, { body: { change, actions: await looked(change, ids) } });
    expect(done).toMatchObject({ actions: 3, refs: ['2.1', '2.2', '2.3'], editedByName: 'Test lead', undoneAt: null, says: expect.stringContaining('Owner: Test lead; accountable organisation: Council') });
    for (const id of ids) {
      expect(await see(id)).toMatchObject({ ownerId: lead.personId, accountableOrganisationId: council, contributing: [{ id: council }], priority: 'low', horizon: 'deep_rooted', restricted: ['risks'], dueOn: '2090-02-19', baselineDueOn: due, moves: [{ fromOn: due, toOn: '2090-02-19', reason: 'funding', note: 'The grant is late', agreedBy: 'Delivery board' }] });
    }
    const { rows } = await stage.owner.query<{ reason: string }>(`select distinct reason from audit where row_id = any ($1) and change = 'update' and row_version > 1`, [ids]);
    expect(rows).toEqual([{ reason: 'Funding: The grant is late. Agreed by Delivery board' }]);
    expect(await mails()).toBe(before);
    expect((await lead.ask(list)).items[0]).toEqual(done);
  });

  it('refuses by name what somebody else changed meanwhile, with nothing applied; other fields are no matter', async () => {
    const { ids } = await some(3);
    const other = await stage.person(['lead']);
    const change: Change = { priority: 'high', theme: 'Flow' };
    const actions = await looked(change, ids);
    await other.ask(edit, { params: { id: ids[0] ?? '' }, body: { title: 'Other words', version: 1 } });
    await other.ask(routes.updates.report, { params: { id: ids[0] ?? '' }, body: { status: 'on_track' } });
    await other.ask(edit, { params: { id: ids[1] ?? '' }, body: { priority: 'low', version: 1 } });
    expect((await lead.try(apply, { body: { change, actions } })).problem).toMatchObject({ code: 'rule', fields: [{ field: ids[1], message: 'The priority of action 2.2 was changed by Test lead meanwhile' }] });
    expect(await Promise.all(ids.map(async (id) => (await see(id)).theme))).toEqual([null, null, null]);
    // Looked at again, it is done.
    await lead.ask(apply, { body: { change, actions: await looked(change, ids) } });
    expect(await Promise.all(ids.map(async (id) => (await see(id)).priority))).toEqual(['high', 'high', 'high']);
  });

  it('refuses all where one cannot be, or is out of the plan', async () => {
    const { ids } = await some(2, { startOn: '2090-02-01' });
    await lead.ask(edit, { params: { id: ids[1] ?? '' }, body: { startOn: '2090-02-25', version: 1 } });
    const change: Change = { theme: 'Flow', move: { ...move, dueOn: '2090-02-20' } };
    expect((await lead.try(apply, { body: { change, actions: await looked(change, ids) } })).problem.fields).toMatchObject([{ field: ids[1], message: expect.stringContaining('2.2: The start date') }]);
    expect(await see(ids[0] ?? '')).toMatchObject({ theme: null, dueOn: due });
    const actions = await looked({ theme: 'Flow' }, ids);
    await lead.ask(routes.actions.withdraw, { params: { id: ids[0] ?? '' }, body: { reason: 'Twice' } });
    expect((await lead.try(apply, { body: { change: { theme: 'Flow' }, actions } })).problem.fields).toMatchObject([{ message: '2.1: It was taken out of the plan' }]);
    expect(await see(ids[1] ?? '')).toMatchObject({ theme: null });
  });

  it('asks for a reason where a board has approved the plan, and not for a date, which has its own', async () => {
    const { planId, ids } = await some(2);
    const board = await lead.ask(routes.boards.add, { body: { name: 'Place board' } });
    await lead.ask(routes.versions.approve, { params: { id: planId }, body: { boardId: board.id, approvedOn: londonDay(new Date()) } });
    const change: Change = { priority: 'high' };
    expect((await lead.ask(preview, { body: { change, actionIds: ids } })).needsReason).toContain('Place board approved this plan');
    const actions = await looked(change, ids);
    expect((await lead.try(apply, { body: { change, actions } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'reason' }] });
    await lead.ask(apply, { body: { change, actions, reason: 'The board asked for it' } });
    const later: Change = { move: { ...move, byDays: 30 } };
    expect((await lead.ask(preview, { body: { change: later, actionIds: ids } })).needsReason).toBeNull();
    await lead.ask(apply, { body: { change: later, actions: await looked(later, ids) } });
    expect(await see(ids[0] ?? '')).toMatchObject({ priority: 'high', dueOn: dayAfter(due, 30) });
  });

  it('is undone as a whole, dates by moves of their own, once', async () => {
    const { ids } = await some(3, { theme: 'Flow' });
    const council = await organisation('Council');
    const change: Change = { theme: null, ownerId: lead.personId, addContributing: [council], move: { ...move, dueOn: '2090-06-01' } };
    const { id } = await lead.ask(apply, { body: { change, actions: await looked(change, ids) } });
    // What was changed besides is no matter.
    await lead.ask(edit, { params: { id: ids[0] ?? '' }, body: { priority: 'high', version: 2 } });
    expect(await lead.ask(undo, { params: { id } })).toMatchObject({ undoneByName: 'Test lead', undoneAt: expect.any(String) });
    for (const one of ids) expect(await see(one)).toMatchObject({ theme: 'Flow', ownerId: null, contributing: [], dueOn: due, moves: expect.arrayContaining([expect.objectContaining({ fromOn: '2090-06-01', toOn: due, reason: 'funding', note: expect.stringContaining('undone') })]) });
    expect(await see(ids[0] ?? '')).toMatchObject({ priority: 'high' });
    expect((await lead.try(undo, { params: { id } })).problem.code).toBe('already_done');
  });

  it('is not undone once somebody went on from it, or froze it', async () => {
    const { planId, ids } = await some(2);
    const change: Change = { theme: 'Flow' };
    const { id } = await lead.ask(apply, { body: { change, actions: await looked(change, ids) } });
    await lead.ask(edit, { params: { id: ids[1] ?? '' }, body: { theme: 'Carers', version: 2 } });
    expect((await lead.try(undo, { params: { id } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('The theme of action 2.2 was changed since') });
    expect(await see(ids[0] ?? '')).toMatchObject({ theme: 'Flow' });
    await lead.ask(edit, { params: { id: ids[1] ?? '' }, body: { theme: 'Flow', version: 3 } });
    const board = await lead.ask(routes.boards.add, { body: { name: 'Winter board' } });
    await lead.ask(routes.versions.approve, { params: { id: planId }, body: { boardId: board.id, approvedOn: londonDay(new Date()) } });
    expect((await lead.try(undo, { params: { id } })).problem.detail).toContain('Version 1 was approved since');
  });

  describe('of dates that others wait for', () => {
    const waits = (id: string, otherId: string, kind: 'blocks' | 'enables' = 'blocks') => lead.ask(routes.dependencies.add, { params: { id }, body: { otherId, otherComes: 'first', kind } });
    const dues = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await see(id)).dueOn));
    /** 2.1 and 2.2 are chosen; 2.3 waits for both, 2.4 for 2.3, and 2.5 is only helped; 2.2 waits for 2.1. */
    const woven = async () => {
      const planId = await aPlan(lead);
      const at = ['2090-03-01', '2090-03-08', '2090-03-10', '2090-03-20', '2090-03-12'];
      const ids: string[] = [];
      for (const [n, dueOn] of at.entries()) ids.push(await anAction(lead, planId, { ref: `2.${n + 1}`, dueOn }));
      const [a = '', b = '', c = '', d = '', e = ''] = ids;
      for (const [then, first] of [[b, a], [c, a], [c, b], [d, c]] as const) await waits(then, first);
      await waits(e, b, 'enables');
      return { ids, chosen: [a, b], c, d, e };
    };
    const change: Change = { move: { ...move, byDays: 14 } };
    const shown = async (chosen: readonly string[], said = change) => {
      const { rows, knockOn } = await lead.ask(preview, { body: { change: said, actionIds: [...chosen] } });
      return { knockOn, actions: rows.map(({ id, version }) => ({ id, version })), follow: knockOn.moves.map((one) => ({ id: one.id, dueOn: one.toOn })) };
    };

    it('shows what cannot keep its date, and does what it shows; undone, all of it is back', async () => {
      const { ids, chosen, c, d } = await woven();
      const was = await dues(ids);
      const { knockOn, actions, follow } = await shown(chosen);
      expect(knockOn.moves.map((one) => [one.ref, one.fromOn, one.toOn, one.waitsFor])).toEqual([['2.3', '2090-03-10', '2090-03-22', '2.2'], ['2.4', '2090-03-20', '2090-03-22', '2.3']]);
      expect(knockOn.softly.map((one) => [one.ref, one.waitsFor])).toEqual([['2.5', '2.2']]);
      expect(await dues(ids)).toEqual(was);
      const done = await lead.ask(apply, { body: { change, actions, follow } });
      expect(done).toMatchObject({ actions: 2, along: 2, refs: ['2.1', '2.2'] });
      expect(await dues(ids)).toEqual(['2090-03-15', '2090-03-22', '2090-03-22', '2090-03-22', was[4]]);
      expect((await see(d)).moves).toMatchObject([{ fromOn: was[3], toOn: '2090-03-22', reason: 'dependency', note: 'Waits for 2.3', agreedBy: 'Delivery board' }]);
      const { rows } = await stage.owner.query<{ reason: string }>(`select reason from audit where table_name = 'action' and change = 'update' and row_id = any ($1) order by position`, [[chosen[0], c]]);
      expect(rows.map((one) => one.reason).toSorted()).toEqual(['Dependency: Waits for 2.2. Agreed by Delivery board', 'Funding: The grant is late. Agreed by Delivery board']);
      await lead.ask(undo, { params: { id: done.id } });
      expect(await dues(ids)).toEqual(was);
      expect((await see(d)).moves).toMatchObject([{ toOn: was[3], reason: 'dependency', note: expect.stringContaining('undone') }, { toOn: '2090-03-22' }]);
    });

    it('leaves them where nobody asks for it, and refuses what is not as it was shown, or who moves nothing, with nothing applied', async () => {
      const { ids, chosen, e } = await woven();
      const was = await dues(ids);
      const { actions, follow } = await shown(chosen);
      for (const wrong of [follow.slice(1), [...follow, { id: e, dueOn: '2090-03-22' }], follow.map((one) => ({ ...one, dueOn: '2090-03-21' })), [...follow, { id: chosen[0] ?? '', dueOn: '2090-03-15' }]]) {
        expect((await lead.try(apply, { body: { change, actions, follow: wrong } })).problem.fields).toMatchObject([{ field: 'follow' }]);
      }
      expect((await lead.try(apply, { body: { change: { theme: 'Flow' }, actions, follow } })).problem.fields).toMatchObject([{ field: 'follow' }]);
      const { reason: _, ...unsaid } = move;
      expect((await lead.try(apply, { body: { change: { move: { ...unsaid, byDays: 14 } } as Change, actions, follow } })).problem.fields).toMatchObject([{ field: 'change.move.reason' }]);
      // One more waits for them since somebody looked.
      await waits(await anAction(lead, await aPlan(lead), { ref: '7', dueOn: '2090-03-02' }), chosen[0] ?? '');
      expect((await lead.try(apply, { body: { change, actions, follow } })).problem.fields).toMatchObject([{ field: 'follow' }]);
      expect(await dues(ids)).toEqual(was);
      expect(await lead.ask(apply, { body: { change, actions } })).toMatchObject({ actions: 2, along: 0 });
      expect(await dues(ids)).toEqual(['2090-03-15', '2090-03-22', ...was.slice(2)]);
    });

    it('shows nothing for earlier days, nor of what is chosen itself; one alone moves as it would on its own page', async () => {
      const { ids, chosen } = await woven();
      expect((await shown(chosen, { move: { ...move, byDays: -3 } })).knockOn).toEqual({ moves: [], softly: [] });
      expect((await shown(ids)).knockOn).toEqual({ moves: [], softly: [] });
      expect((await shown([chosen[0] ?? ''], { move: { ...move, dueOn: '2090-03-30' } })).knockOn).toEqual(await lead.ask(routes.actions.knockOn, { params: { id: chosen[0] ?? '' }, query: { dueOn: '2090-03-30' } }));
    });

    it('is refused where more wait for them than are moved at once', async () => {
      const { chosen: [first = ''] } = await woven();
      await stage.owner.query(
        `with many as (insert into action (locality_id, plan_id, ref, title, due_on, baseline_due_on) select locality_id, plan_id, '8.' || n, 'One of many', due_on, due_on from action, generate_series(1, 501) n where id = $1 returning locality_id, id)
         insert into dependency (locality_id, first_id, then_id, kind) select locality_id, $1, id, 'blocks' from many`,
        [first],
      );
      expect((await lead.try(preview, { body: { change, actionIds: [first] } })).problem.fields).toMatchObject([{ field: 'change.move', message: expect.stringContaining('More than 500 other actions wait for these') }]);
    });

    it('is not undone once what moved along has moved again', async () => {
      const { ids, chosen, d } = await woven();
      const { actions, follow } = await shown(chosen);
      const { id } = await lead.ask(apply, { body: { change, actions, follow } });
      await lead.ask(routes.actions.moveDue, { params: { id: d }, body: { dueOn: '2090-05-01', reason: 'scope', agreedBy: 'The lead' } });
      expect((await lead.try(undo, { params: { id } })).problem.detail).toContain('The due date of action 2.4 was changed since');
      expect(await dues(ids)).toEqual(['2090-03-15', '2090-03-22', '2090-03-22', '2090-05-01', '2090-03-12']);
    });
  });

  it('takes nobody and nothing of another locality, and is for those who may change actions', async () => {
    const { ids } = await some(1);
    const [elsewhere, executive] = [await stage.person(['lead'], 'eastvale'), await stage.person(['executive'])];
    const actions = await looked({ theme: 'Flow' }, ids);
    expect((await lead.try(apply, { body: { change: { ownerId: elsewhere.personId }, actions } })).problem).toMatchObject({ code: 'rule' });
    expect((await elsewhere.try(apply, { body: { change: { theme: 'Flow' }, actions } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(preview, { body: { change: { theme: 'Flow' }, actionIds: ids } })).problem.code).toBe('not_found');
    for (const asked of [executive.try(preview, { body: { change: { theme: 'Flow' }, actionIds: ids } }), executive.try(apply, { body: { change: { theme: 'Flow' }, actions } }), executive.try(list)]) expect((await asked).problem.code).toBe('not_permitted');
  });
});
