import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { Here } from '../testing/here';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit, withdraw, link, unlink } = routes.causes;

describe('causes', () => {
  let stage: Stage;
  let here: Here;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
    lead = here.lead;
  });
  afterAll(() => stage.close());

  const cause = async (text: string, deeperId: string | null = null): Promise<string> => (await lead.ask(add, { body: { text, deeperId } })).causes.find((one) => one.text === text)?.id ?? '';

  it('are drawn with their findings and actions, and the other locality sees none', async () => {
    const deep = await cause('No shared plan for the workforce');
    const shallow = await cause('Home care hours are not guaranteed', deep);
    const { id: finding } = await here.finding();
    await lead.ask(routes.diagnoses.nameCause, { params: { id: finding }, body: { causeId: shallow } });
    const { id: action } = await here.action();
    const tree = await lead.ask(link, { params: { id: deep }, body: { actionId: action } });
    expect(tree.causes.find((one) => one.id === deep)).toMatchObject({ deeperId: null, findingIds: [], actionIds: [action], actions: 1, answered: true });
    expect(tree.causes.find((one) => one.id === shallow)).toMatchObject({ deeperId: deep, findingIds: [finding], actionIds: [], actions: 0, answered: true });
    expect(tree.findings).toMatchObject([{ id: finding, deepRooted: false }]);
    expect(tree.actions).toMatchObject([{ id: action, planTitle: 'Zibeline plan' }]);
    const after = await lead.ask(unlink, { params: { id: deep, action } });
    expect(after.causes.map((one) => one.answered)).toEqual([false, false]);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect(await elsewhere.ask(list)).toMatchObject({ causes: [], findings: [], actions: [] });
    expect((await elsewhere.try(edit, { params: { id: deep }, body: { text: 'Mine', version: 1 } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(add, { body: { text: 'Theirs', deeperId: deep } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'deeperId' }] });
  });

  it('refuse a ring and show it, at the field and in the database', async () => {
    const a = await cause('Alpha');
    const b = await cause('Beta', a);
    const c = await cause('Gamma', b);
    const { problem } = await lead.try(edit, { params: { id: a }, body: { deeperId: c, version: 1 } });
    expect(problem).toMatchObject({ code: 'rule', fields: [{ field: 'deeperId', message: 'A cause cannot lie behind itself: “Alpha” → “Gamma” → “Beta” → “Alpha”' }] });
    expect((await lead.try(edit, { params: { id: a }, body: { deeperId: a, version: 1 } })).problem.fields?.[0]?.message).toContain('“Alpha” → “Alpha”');
    await expect(stage.owner.query('update cause set deeper_id = $2 where id = $1', [a, c])).rejects.toThrow('“Alpha” → “Gamma” → “Beta” → “Alpha”');
    await expect(stage.owner.query('update cause set deeper_id = id where id = $1', [a])).rejects.toThrow('cannot lie behind itself');
  });

  it('refuse the ring that two people make at once', async () => {
    const a = await cause('Delta');
    const b = await cause('Epsilon');
    const said = await Promise.all([lead.try(edit, { params: { id: a }, body: { deeperId: b, version: 1 } }), lead.try(edit, { params: { id: b }, body: { deeperId: a, version: 1 } })]);
    expect(said.map((one) => (one.status < 400 ? 'done' : one.problem.code)).sort()).toEqual(['done', 'rule']);
  });

  it('are known by their words once, and withdrawn only when nothing hangs on them', async () => {
    const deep = await cause('Zeta');
    expect((await lead.try(add, { body: { text: 'zETA' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'text' }] });
    const over = await cause('Eta', deep);
    expect((await lead.try(withdraw, { params: { id: deep } })).problem.code).toBe('in_use');
    await lead.ask(withdraw, { params: { id: over } });
    const { version } = (await lead.ask(list)).causes.find((one) => one.id === deep) ?? { version: 0 };
    expect(version).toBe(1);
    expect((await lead.try(edit, { params: { id: over }, body: { text: 'Back', version: 1 } })).problem.code).toBe('not_found');
    expect((await lead.try(link, { params: { id: over }, body: { actionId: (await here.action()).id } })).problem.code).toBe('not_found');
  });

  it('show the worst of their actions and count them all', async () => {
    const id = await cause('Iota');
    for (let n = 0; n < 22; n += 1) await here.action({ causeIds: [id] });
    const late = await here.action({ causeIds: [id], dueOn: '2026-01-31' });
    const { causes, actions } = await lead.ask(list);
    const iota = causes.find((one) => one.id === id);
    expect(iota).toMatchObject({ actions: 23, answered: true });
    expect(iota?.actionIds).toHaveLength(20);
    expect(iota?.actionIds[0]).toBe(late.id);
    expect(actions.find((one) => one.id === late.id)).toMatchObject({ overdue: true, symptomOnly: false });
  });

  it('stand on the page of the action that answers them', async () => {
    const id = await cause('Theta');
    const { id: finding } = await here.finding();
    const action = await here.action({ findingIds: [finding] });
    expect(action).toMatchObject({ causes: [], symptomOnly: false });
    await lead.ask(routes.diagnoses.nameCause, { params: { id: finding }, body: { causeId: id } });
    expect((await lead.ask(routes.actions.page, { params: { id: action.id } })).symptomOnly).toBe(true);
    const answered = await lead.ask(routes.actions.edit, { params: { id: action.id }, body: { addCauses: [id], version: action.version } });
    expect(answered).toMatchObject({ symptomOnly: false, causes: [{ id, text: 'Theta', findings: [expect.any(String) as string] }] });
    expect((await lead.ask(routes.actions.list, { query: { cause: id } })).items.map((one) => one.id)).toEqual([action.id]);
  });
});
