import { routes } from '@followthrough/contracts';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit } = routes.programmes;

describe('running programmes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('are joined by actions, of which somebody may also say that none touches it, and never both', async () => {
    const lead = await stage.person(['lead']);
    const { id: programme } = await lead.ask(add, { body: { name: 'Ageing Well' } });
    const id = await anAction(lead, await aPlan(lead));
    const params = { id };
    expect(await lead.ask(routes.actions.edit, { params, body: { noProgramme: true, version: 1 } })).toMatchObject({ noProgramme: true, programmes: [] });
    const linked = await lead.ask(routes.actions.edit, { params, body: { addProgrammes: [programme], version: 2 } });
    expect(linked).toMatchObject({ noProgramme: false, programmes: [{ id: programme, name: 'Ageing Well' }] });
    expect((await lead.try(routes.actions.edit, { params, body: { noProgramme: true, version: linked.version } })).problem).toMatchObject({ code: 'rule' });
    expect((await lead.ask(routes.actions.list, { query: { programme } })).items.map((one) => one.id)).toEqual([id]);
    expect((await lead.ask(list)).items).toMatchObject([{ name: 'Ageing Well', actions: 1 }]);
    expect((await lead.ask(routes.actions.edit, { params, body: { removeProgrammes: [programme], version: linked.version } })).programmes).toEqual([]);
  });

  it('are named once, by a partner that is here', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: { name: 'Urgent care', endsOn: '2027-03-31' } });
    expect((await lead.try(add, { body: { name: 'urgent CARE' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'name' }] });
    expect((await lead.try(edit, { params: { id }, body: { organisationId: id, version: 1 } })).problem.fields).toMatchObject([{ field: 'organisationId' }]);
    expect(await lead.ask(edit, { params: { id }, body: { about: 'One front door', version: 1 } })).toMatchObject({ about: 'One front door', endsOn: '2027-03-31', version: 2 });
  });
});
