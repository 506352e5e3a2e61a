import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit, withdraw, restore, people, hold } = routes.skills;

describe('skills', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('begin with a list that the locality makes its own', async () => {
    const lead = await stage.person(['lead']);
    const { items } = await lead.ask(list);
    expect(items.map((one) => one.name)).toContain('Co-production and engagement');
    const finance = items.find((one) => one.name === 'Finance');
    const params = { id: finance?.id ?? '' };
    expect((await lead.ask(edit, { params, body: { name: 'Money', version: 1 } })).items.find((one) => one.id === params.id)).toMatchObject({ name: 'Money', version: 2 });
    expect((await lead.try(add, { body: { name: 'mONEY' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'name' }] });
    expect((await lead.ask(withdraw, { params })).items.map((one) => one.id)).not.toContain(params.id);
    await lead.ask(add, { body: { name: 'Money' } });
    expect((await lead.try(restore, { params })).problem.code).toBe('name_taken');
    expect((await lead.try(withdraw, { params })).problem.code).toBe('not_found');
    expect((await (await stage.person(['executive'])).try(add, { body: { name: 'Theirs' } })).problem.code).toBe('not_permitted');
  });

  it('are had by people to a level, or not at all, which leads see and nobody else', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(routes.people.add, { body: { name: 'Analyst' } });
    const { items } = await lead.ask(list);
    const skill = items.find((one) => one.name === 'Data and analysis')?.id ?? '';
    const params = { id, skill };
    expect((await lead.ask(hold, { params, body: { level: 2 } })).skills).toMatchObject([{ skillId: skill, level: 2 }]);
    expect((await lead.ask(hold, { params, body: { level: 4 } })).skills).toMatchObject([{ level: 4 }]);
    expect((await lead.ask(list)).items.find((one) => one.id === skill)).toMatchObject({ people: 1, efforts: 0 });
    expect((await lead.ask(people)).items.find((one) => one.personId === id)).toMatchObject({ name: 'Analyst', skills: [{ name: 'Data and analysis', level: 4 }] });
    expect((await lead.try(hold, { params, body: { level: 5 } })).problem).toMatchObject({ code: 'bad_input', fields: [{ field: 'level' }] });
    expect((await lead.ask(hold, { params, body: { level: null } })).skills).toEqual([]);
    expect((await lead.try(hold, { params: { id, skill: id }, body: { level: 1 } })).problem.code).toBe('not_found');
    expect((await (await stage.person(['executive'])).try(people)).problem.code).toBe('not_permitted');
  });
});
