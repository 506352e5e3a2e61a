import { routes } from '@followthrough/contracts';
import { Tidy } from '../kernel/tidy';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { keep, drop } = routes.updateDrafts;
const { desk, report } = routes.updates;

describe('drafts of a report on the server', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const arranged = async () => {
    const lead = await stage.person(['lead']);
    const id = await anAction(lead, await aPlan(lead));
    const draftOf = async (who = lead) => (await who.ask(desk, { params: { id } })).draft;
    return { lead, params: { id }, draftOf };
  };

  it('come back on another device, until the report is sent', async () => {
    const { lead, params, draftOf } = await arranged();
    expect(await draftOf()).toBeNull();
    const said = { status: 'at_risk', narrative: 'Second post out to ad', forecastOn: '30/04' };
    await lead.ask(keep, { params, body: { said, typedAt: at(5) } });
    expect(await draftOf()).toMatchObject({ said });
    await lead.ask(keep, { params, body: { said: { ...said, narrative: 'Second post out to advert' }, typedAt: at(4) } });
    expect(await draftOf()).toMatchObject({ said: { narrative: 'Second post out to advert' } });
    await lead.ask(report, { params, body: { status: 'on_track' } });
    expect(await draftOf()).toBeNull();
  });

  it('are not overwritten by an older one that comes late, nor by a clock that is ahead', async () => {
    const { lead, params, draftOf } = await arranged();
    await lead.ask(keep, { params, body: { said: { narrative: 'On the train' }, typedAt: at(5) } });
    expect(await lead.ask(keep, { params, body: { said: { narrative: 'At the desk, before' }, typedAt: at(60) } })).toMatchObject({ draft: { said: { narrative: 'On the train' } } });
    await lead.ask(keep, { params, body: { said: { narrative: 'Tomorrow’s clock' }, typedAt: at(-1_440) } });
    await lead.ask(keep, { params, body: { said: { narrative: 'After it' }, typedAt: at(-1) } });
    expect(await draftOf()).toMatchObject({ said: { narrative: 'After it' } });
  });

  it('are their writer’s alone, in the API and in SQL', async () => {
    const { lead, params, draftOf } = await arranged();
    const other = await stage.person(['lead']);
    await lead.ask(keep, { params, body: { said: { narrative: 'Mine' }, typedAt: at(1) } });
    expect(await draftOf(other)).toBeNull();
    await other.ask(keep, { params, body: { said: { narrative: 'Theirs' }, typedAt: at(0) } });
    await other.ask(drop, { params });
    await other.ask(report, { params, body: { status: 'on_track' } });
    expect(await draftOf()).toMatchObject({ said: { narrative: 'Mine' } });
    const { rows } = await stage.owner.query(`select 1 from audit where table_name = 'update_draft'`);
    expect(rows).toEqual([]);
  });

  it('are thrown away when asked, and after a month without being gone on with', async () => {
    const { lead, params, draftOf } = await arranged();
    const body = { said: { narrative: 'Half' }, typedAt: at(1) };
    await lead.ask(keep, { params, body });
    expect(await lead.ask(drop, { params })).toEqual({ draft: null });
    await lead.ask(keep, { params, body: { ...body, typedAt: at(29 * 1_440) } });
    await stage.app.get(Tidy, { strict: false }).tidy();
    expect(await draftOf()).not.toBeNull();
    await stage.owner.query(`update update_draft set typed_at = now() - interval '31 days' where action_id = $1`, [params.id]);
    await stage.app.get(Tidy, { strict: false }).tidy();
    expect(await draftOf()).toBeNull();
  });

  it('hold what a form can hold, and are for those who may report', async () => {
    const { lead, params, draftOf } = await arranged();
    for (const said of [['a list'], { narrative: 'x'.repeat(60_000) }]) expect((await lead.try(keep, { params, body: { said: said as never, typedAt: at(0) } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'said' }] });
    expect(await draftOf()).toBeNull();
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.try(keep, { params, body: { said: {}, typedAt: at(0) } })).problem.code).toBe('not_found');
    expect((await (await stage.person(['executive'])).try(keep, { params, body: { said: {}, typedAt: at(0) } })).problem.code).toBe('not_permitted');
  });
});
