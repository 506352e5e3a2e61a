import { routes } from '@followthrough/contracts';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { list, send } = routes.chases;

describe('the chase list', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('names who owes an update and mails each of them once a day', async () => {
    const lead = await stage.person(['lead']);
    const owner = await stage.person(['lead']);
    const { rows } = await stage.owner.query<{ id: string }>(`insert into person (locality_id, name) select id, 'Nobody’s Inbox' from locality where slug = 'northmoor' returning id`);
    const planId = await aPlan(lead);
    await anAction(lead, planId, { ref: '1.1', title: 'Waits', ownerId: owner.personId });
    await anAction(lead, planId, { ref: '1.2', ownerId: owner.personId });
    await anAction(lead, planId, { ref: '1.3', ownerId: rows[0]?.id ?? null });
    await anAction(lead, planId, { ref: '1.4' });
    const fresh = await anAction(lead, planId, { ref: '1.5', ownerId: lead.personId });
    await lead.ask(routes.updates.report, { params: { id: fresh }, body: { status: 'on_track' } });

    const { items } = await lead.ask(list);
    expect(items).toHaveLength(3);
    expect(items.find((one) => one.personId === owner.personId)).toMatchObject({ hasAccount: true, chasedToday: false, count: 2, actions: [{ ref: '1.1', lastUpdateOn: null }, { ref: '1.2' }] });
    expect(items.find((one) => one.personId === rows[0]?.id)).toMatchObject({ hasAccount: false, email: null, count: 1 });
    expect(items.find((one) => one.personId === null)).toMatchObject({ name: null, count: 1 });

    expect(await lead.ask(send, { body: { days: 28 } })).toEqual({ sent: 1, alreadyToday: 0, withoutEmail: 1 });
    const again = await stage.person(['lead']);
    expect(await again.ask(send, { body: { days: 28 } })).toEqual({ sent: 0, alreadyToday: 1, withoutEmail: 1 });
    const mail = await stage.owner.query<{ recipient: string; subject: string; body: string }>('select recipient, subject, body from kernel.outbox');
    expect(mail.rows).toHaveLength(1);
    expect(mail.rows[0]).toMatchObject({ recipient: expect.stringContaining('@people.example'), subject: 'Northmoor: 2 actions wait for your update' });
    expect(mail.rows[0]?.body).toContain('1.1 Waits');
    expect((await lead.ask(list)).items.find((one) => one.personId === owner.personId)?.chasedToday).toBe(true);
  });

  it('is for leads and administrators of this locality', async () => {
    expect((await (await stage.person(['executive'])).try(list)).problem.code).toBe('not_permitted');
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list)).items).toEqual([]);
    expect(await elsewhere.ask(send, { body: { days: 1 } })).toEqual({ sent: 0, alreadyToday: 0, withoutEmail: 0 });
    expect((await elsewhere.try(list, { query: { days: '0' } })).problem.fields).toMatchObject([{ field: 'days' }]);
  });
});
