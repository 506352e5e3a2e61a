import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import { Tidy } from '../kernel/tidy';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { snooze, wake } = routes.snoozes;
const { read } = routes.myWork;
const { report } = routes.updates;

describe('putting things of my work off', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const today = londonDay(new Date());
  const owing = async () => {
    const lead = await stage.person(['lead']);
    const id = await anAction(lead, await aPlan(lead), { ref: '1.1', ownerId: lead.personId });
    return { lead, id, thing: { kind: 'update', thingId: id } as const };
  };
  const turn = (id: string, days: number) => stage.owner.query('update snooze set until_on = until_on - $2::integer where thing_id = $1', [id, days]);

  it('counts it no more, keeps it where it can be seen, and has it back on its day', async () => {
    const { lead, id, thing } = await owing();
    const untilOn = dayAfter(today, 3);
    expect(await lead.ask(snooze, { body: { ...thing, untilOn } })).toMatchObject({ updatesDue: 0, actions: [{ id, updateDue: true }], snoozes: [{ kind: 'update', thingId: id, untilOn }] });
    await turn(id, 2);
    expect(await lead.ask(read)).toMatchObject({ updatesDue: 0 });
    await turn(id, 1);
    expect(await lead.ask(read)).toMatchObject({ updatesDue: 1, snoozes: [] });
  });

  it('can be changed, and taken back at once', async () => {
    const { lead, thing } = await owing();
    await lead.ask(snooze, { body: { ...thing, untilOn: dayAfter(today, 9) } });
    expect(await lead.ask(snooze, { body: { ...thing, untilOn: dayAfter(today, 1) } })).toMatchObject({ snoozes: [{ untilOn: dayAfter(today, 1) }] });
    expect(await lead.ask(wake, { body: thing })).toMatchObject({ updatesDue: 1, snoozes: [] });
    expect(await lead.ask(wake, { body: thing })).toMatchObject({ updatesDue: 1 });
  });

  it('ends with the report: the next one owed is not asleep', async () => {
    const { lead, id, thing } = await owing();
    await lead.ask(snooze, { body: { ...thing, untilOn: dayAfter(today, 9) } });
    await lead.ask(report, { params: { id }, body: { status: 'on_track' } });
    expect(await lead.ask(read)).toMatchObject({ actions: [{ id, updateDue: false }], snoozes: [] });
  });

  it('is for a fortnight at most, and for a decision until the day it is needed', async () => {
    const { lead, id, thing } = await owing();
    for (const untilOn of [today, dayAfter(today, 15)]) expect((await lead.try(snooze, { body: { ...thing, untilOn } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'untilOn' }] });
    const { decisionId } = await lead.ask(report, { params: { id }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'Money', decision: { what: 'Fund it', fromWhom: 'Board', neededBy: dayAfter(today, 5) } } });
    const decision = { kind: 'decision', thingId: decisionId ?? '' } as const;
    expect((await lead.try(snooze, { body: { ...decision, untilOn: dayAfter(today, 6) } })).problem).toMatchObject({ fields: [{ field: 'untilOn' }] });
    expect(await lead.ask(snooze, { body: { ...decision, untilOn: dayAfter(today, 5) } })).toMatchObject({ snoozes: [decision] });
  });

  it('is everybody’s own: of nobody else’s list, and nobody sees it', async () => {
    const { lead, thing } = await owing();
    const other = await stage.person(['lead']);
    expect((await other.try(snooze, { body: { ...thing, untilOn: dayAfter(today, 3) } })).problem.code).toBe('not_found');
    await lead.ask(snooze, { body: { ...thing, untilOn: dayAfter(today, 3) } });
    await other.ask(wake, { body: thing });
    expect((await other.ask(read)).snoozes).toEqual([]);
    expect((await lead.ask(read)).snoozes).toMatchObject([thing]);
    expect((await stage.owner.query(`select 1 from audit where table_name = 'snooze'`)).rows).toEqual([]);
  });

  it('is forgotten once it is over', async () => {
    const { lead, id, thing } = await owing();
    await lead.ask(snooze, { body: { ...thing, untilOn: dayAfter(today, 3) } });
    await turn(id, 6);
    await stage.app.get(Tidy, { strict: false }).tidy();
    expect((await stage.owner.query('select 1 from snooze where thing_id = $1', [id])).rows).toEqual([]);
  });
});
