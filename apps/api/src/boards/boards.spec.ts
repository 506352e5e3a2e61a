import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit, addMeeting, dropMeeting } = routes.boards;

describe('boards', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('are named once, renamed, and meet on the days that were said', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await lead.ask(add, { body: { name: 'Place Partnership' } });
    expect((await lead.try(add, { body: { name: 'place PARTNERSHIP' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'name' }] });
    const { meetings, nextOn } = await lead.ask(addMeeting, { params: { id }, body: { heldOn: '2090-05-01' } });
    expect(nextOn).toBe('2090-05-01');
    expect(await lead.ask(edit, { params: { id }, body: { name: 'Place Board', version: 1 } })).toMatchObject({ name: 'Place Board', version: 2, meetings });
    expect(await lead.ask(dropMeeting, { params: { id, meeting: meetings[0]?.id ?? '' } })).toMatchObject({ meetings: [], nextOn: null });
    expect((await (await stage.person(['lead'], 'eastvale')).ask(list)).items).toEqual([]);
  });
});
