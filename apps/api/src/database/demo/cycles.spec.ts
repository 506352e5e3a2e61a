import { routes, type Status } from '@followthrough/contracts';
import { assessedThen } from '@followthrough/domain';
import { openStage, type Stage } from '../../testing/stage';
import { makeDemo } from './demo';
import { PLACES } from './places';

const password = 'a password for this test';

describe('the reports of the demo', () => {
  let stage: Stage;
  const place = PLACES.find((one) => one.plans.length === 1)?.slug ?? '';
  beforeAll(async () => {
    stage = await openStage();
    // The larger place is there already, so only the smaller one is made.
    await stage.owner.query('update locality set slug = $2 where slug = $1', [place, PLACES.find((one) => one.plans.length > 1)?.slug]);
    await makeDemo(stage.owner, { ...stage.env, demo: true }, password);
  });
  afterAll(() => stage.close());

  it('are four published ones, each with what the facts said of it that day, and the dashboard and plan as they were', async () => {
    const lead = stage.browser((await stage.nobody().try(routes.identity.signIn, { body: { email: `lead@${place}.example`, password } })).cookies, place);
    const { items } = await lead.ask(routes.past.reports);
    expect(items).toHaveLength(4);
    const doubtful: number[] = [];
    for (const { id } of items) {
      const page = await lead.ask(routes.cycles.page, { params: { id } });
      const board = await lead.ask(routes.past.dashboard, { query: { at: id } });
      expect(board.overdue).toBe(page.figures.overdue);
      // What ended otherwise than done is in the report, and counted no more.
      const ended = async (status: Status) => (await lead.ask(routes.past.actions, { query: { at: id, status: [status], ended: ['transferred', 'stopped', 'superseded'] } })).total;
      for (const { status, count } of page.figures.byStatus) expect([status, board.now.filter((one) => one.status === status).reduce((sum, one) => sum + one.actions, 0) + (await ended(status))]).toEqual([status, count]);
      expect(board.doubts?.reduce((sum, one) => sum + one.doubtful, 0)).toBe(page.figures.doubtful);
      expect((await lead.ask(routes.past.actions, { query: { at: id, doubtful: true } })).total).toBe(page.figures.doubtful);
      for (const { assessed, facts, ...one } of page.items)
        if (assessed && page.lines && page.frozenOn) expect(assessedThen({ ...one, assessed, facts }, page.lines, page.frozenOn, (status) => status).flags.map((flagged) => flagged.flag)).toEqual(one.flags);
      doubtful.push(page.figures.doubtful ?? 0);
    }
    expect(Math.max(...doubtful)).toBeGreaterThan(5);
  });
});
