import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { page, edit, sign, takeBack, addSponsor, dropSponsor, reportTo, stopReporting, list } = routes.plans;

describe('a plan as an agreement', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  const organisation = async (name: string): Promise<string> => (await lead.ask(routes.organisations.add, { body: { name, kind: 'council', aliases: [] } })).id;
  const signed = (organisationId: string, version = 1) => ({ organisationId, signedBy: 'Ruth Penhale', role: 'Chief executive', signedOn: '2026-03-02', version });

  it('keeps a signature under the wording that was signed when the aim changes, and asks for one under the new wording', async () => {
    const council = await organisation('Northmoor Council');
    const trust = await organisation('Moor Valley NHS FT');
    const id = await aPlan(lead, { aim: 'Home sooner' });
    await anAction(lead, id, { accountableOrganisationId: council, contributingIds: [trust] });
    const after = await lead.ask(sign, { params: { id }, body: signed(council) });
    expect(after.partners).toMatchObject([
      { name: 'Moor Valley NHS FT', takesPart: true, signatures: [] },
      { name: 'Northmoor Council', takesPart: true, signatures: [{ aim: 'Home sooner', isCurrent: true, signedBy: 'Ruth Penhale', role: 'Chief executive', signedOn: '2026-03-02', recordedByName: 'Test lead' }] },
    ]);
    await lead.ask(edit, { params: { id }, body: { aim: 'Home sooner, and safely', version: 1 } });
    expect((await lead.try(sign, { params: { id }, body: signed(trust, 1) })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'organisationId', message: expect.stringContaining('read its aim again') as string }] });
    const again = await lead.ask(sign, { params: { id }, body: signed(council, 2) });
    expect(again.partners[1]?.signatures.map((one) => [one.aim, one.isCurrent])).toEqual(expect.arrayContaining([['Home sooner', false], ['Home sooner, and safely', true]]));
    expect((await lead.try(sign, { params: { id }, body: signed(council, 2) })).problem).toMatchObject({ code: 'rule', fields: [{ message: 'It has signed this wording already' }] });
  });

  it('takes a signature back with its reason and never deletes or rewrites one', async () => {
    const council = await organisation('Eastmoor Council');
    const id = await aPlan(lead, { aim: 'Asked once' });
    const { partners } = await lead.ask(sign, { params: { id }, body: signed(council) });
    const signature = partners[0]?.signatures[0]?.id ?? '';
    const back = await lead.ask(takeBack, { params: { id, signature }, body: { why: 'Recorded for the wrong council' } });
    expect(back.partners[0]).toMatchObject({ takesPart: false, signatures: [{ isCurrent: false, takenBackWhy: 'Recorded for the wrong council' }] });
    expect((await lead.try(takeBack, { params: { id, signature }, body: { why: 'Again' } })).problem.code).toBe('already_done');
    for (const change of [`set aim = 'x'`, `set signed_by = 'x'`, `set signed_on = today()`]) await expect(asApi(`update plan_signature ${change}`)).rejects.toThrow('permission denied');
    await expect(asApi('delete from plan_signature')).rejects.toThrow('permission denied');
  });

  it('refuses a signature under no aim, before its day, by an organisation that is not here', async () => {
    const council = await organisation('Westmoor Council');
    const bare = await aPlan(lead);
    expect((await lead.try(sign, { params: { id: bare }, body: signed(council) })).problem.fields?.[0]?.message).toBe('The plan has no aim yet: there is nothing to sign');
    const id = await aPlan(lead, { aim: 'Heard once' });
    expect((await lead.try(sign, { params: { id }, body: { ...signed(council), signedOn: '2999-01-01' } })).problem.fields).toMatchObject([{ field: 'signedOn' }]);
    expect((await lead.try(sign, { params: { id }, body: signed(id) })).problem.fields).toMatchObject([{ field: 'organisationId', message: 'That organisation is not here' }]);
    expect((await (await stage.person(['executive'])).try(sign, { params: { id }, body: signed(council) })).problem.code).toBe('not_permitted');
  });

  it('names sponsors by person, by role or both, each once', async () => {
    const council = await organisation('Upper Moor Council');
    const id = await aPlan(lead);
    const sponsors = { params: { id } };
    await lead.ask(addSponsor, { ...sponsors, body: { organisationId: council, personId: lead.personId } });
    const two = await lead.ask(addSponsor, { ...sponsors, body: { organisationId: council, role: 'Leader of the council' } });
    expect(two.sponsors).toMatchObject([{ personName: 'Test lead', role: null }, { personName: null, role: 'Leader of the council' }]);
    expect(two.partners).toMatchObject([{ name: 'Upper Moor Council', takesPart: true }]);
    expect((await lead.try(addSponsor, { ...sponsors, body: { organisationId: council, role: 'Leader of the council' } })).problem.code).toBe('already_done');
    expect((await lead.try(addSponsor, { ...sponsors, body: { organisationId: council } })).problem.fields).toMatchObject([{ field: 'role' }]);
    expect((await lead.ask(dropSponsor, { params: { id, sponsor: two.sponsors[0]?.id ?? '' } })).sponsors).toHaveLength(1);
  });

  it('reports to boards by name, one board for several plans, with the day on which each meets next', async () => {
    const id = await aPlan(lead);
    const other = await aPlan(lead);
    await lead.ask(reportTo, { params: { id }, body: { name: 'Health and Wellbeing Board' } });
    const { boards } = await lead.ask(reportTo, { params: { id: other }, body: { name: 'health and wellbeing board' } });
    expect(boards).toHaveLength(1);
    const board = boards[0]?.id ?? '';
    for (const heldOn of ['2020-01-31', '2090-02-01', '2090-01-01']) await lead.ask(routes.boards.addMeeting, { params: { id: board }, body: { heldOn } });
    expect((await lead.try(routes.boards.addMeeting, { params: { id: board }, body: { heldOn: '2090-01-01' } })).problem.fields).toMatchObject([{ field: 'heldOn', message: 'That date is there already' }]);
    expect((await lead.ask(page, { params: { id } })).boards).toMatchObject([{ name: 'Health and Wellbeing Board', nextOn: '2090-01-01', meetings: [{ heldOn: '2020-01-31' }, { heldOn: '2090-01-01' }, { heldOn: '2090-02-01' }], plans: [{ id }, { id: other }] }]);
    expect((await lead.ask(list)).items.find((one) => one.id === id)?.boards).toEqual([{ id: board, name: 'Health and Wellbeing Board', nextOn: '2090-01-01' }]);
    expect((await lead.ask(stopReporting, { params: { id, board } })).boards).toEqual([]);
    expect((await lead.ask(routes.boards.list)).items).toMatchObject([{ plans: [{ id: other }] }]);
  });

  async function asApi(sql: string): Promise<void> {
    const { rows } = await stage.owner.query<{ id: string }>(`select id from locality where slug = 'northmoor'`);
    await stage.owner.query('begin');
    try {
      await stage.owner.query(`select set_config('app.locality', $1, true)`, [rows[0]?.id]);
      await stage.owner.query('set local role followthrough_api');
      await stage.owner.query(sql);
    } finally {
      await stage.owner.query('rollback');
    }
  }
});
