import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit } = routes.reviews;

describe('reviews', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const frameworkId = async (locality = 'northmoor'): Promise<string> => (await (await stage.person(['lead'], locality)).ask(routes.frameworks.list)).items[2]?.id ?? '';

  it('lets a lead add a review and correct it, and the other locality sees nothing', async () => {
    const lead = await stage.person(['lead']);
    const body = { frameworkId: await frameworkId(), title: 'System review 2026', body: 'Care Quality Commission', fieldworkFrom: '2026-03-02', fieldworkTo: '2026-03-06', reportUrl: 'https://reports.example/northmoor' };
    const added = await lead.ask(add, { body });
    expect(added).toMatchObject({ ...body, publishedOn: null, version: 1, findings: 0, unanswered: 0, frameworkTitle: 'Local system review, 2017–18' });
    expect(await lead.ask(edit, { params: { id: added.id }, body: { publishedOn: '2026-05-11', version: 1 } })).toMatchObject({ publishedOn: '2026-05-11', version: 2 });
    expect((await lead.ask(list)).items.map((one) => one.id)).toContain(added.id);
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list)).items).toEqual([]);
    expect((await elsewhere.try(edit, { params: { id: added.id }, body: { title: 'Mine', version: 1 } })).problem).toMatchObject({ status: 404 });
    expect((await elsewhere.try(add, { body: { frameworkId: await frameworkId(), title: 'Theirs' } })).problem).toMatchObject({ status: 422, fields: [{ field: 'frameworkId' }] });
  });

  it('refuses a report published before the people who wrote it had looked, when adding and when changing', async () => {
    const lead = await stage.person(['lead']);
    const body = { frameworkId: await frameworkId(), title: 'Backwards', fieldworkFrom: '2026-03-02', fieldworkTo: '2026-03-06' };
    expect((await lead.try(add, { body: { ...body, publishedOn: '2026-03-05' } })).problem).toMatchObject({ status: 422, code: 'rule', fields: [{ field: 'publishedOn' }] });
    const { id } = await lead.ask(add, { body: { ...body, publishedOn: '2026-03-06' } });
    expect((await lead.try(edit, { params: { id }, body: { fieldworkTo: '2026-03-09', version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'publishedOn' }] });
  });

  it('refuses a report that is no web address, and everybody but those who keep findings', async () => {
    const lead = await stage.person(['lead']);
    expect((await lead.try(add, { body: { frameworkId: await frameworkId(), title: 'X', reportUrl: 'javascript:alert(1)' } })).problem).toMatchObject({ status: 400, fields: [{ field: 'reportUrl', code: 'malformed' }] });
    const friend = await stage.person(['critical_friend']);
    expect((await friend.try(add, { body: { frameworkId: await frameworkId(), title: 'X' } })).problem.code).toBe('not_permitted');
  });
});
