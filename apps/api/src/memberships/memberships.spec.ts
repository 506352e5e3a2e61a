import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { edit, end } = routes.memberships;

describe('memberships', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.close());

  const membershipOf = async (asker: Caller, person: Caller) => {
    const { items } = await asker.ask(routes.people.list);
    const found = items.find((one) => one.id === person.personId)?.membership;
    if (!found) throw new Error('that person has no membership');
    return found;
  };

  it('changes what somebody may do from their next request on', async () => {
    const administrator = await stage.person(['administrator']);
    const expert = await stage.person(['expert']);
    const { id, version } = await membershipOf(administrator, expert);
    expect((await expert.try(routes.people.list)).problem.code).toBe('not_permitted');
    expect(await administrator.ask(edit, { params: { id }, body: { roles: ['expert', 'lead'], version } })).toMatchObject({ membership: { roles: ['expert', 'lead'], version: 2 } });
    expect((await expert.try(routes.people.list)).status).toBe(200);
  });

  it('ends access at once and keeps the person', async () => {
    const administrator = await stage.person(['administrator']);
    const lead = await stage.person(['lead']);
    const { id } = await membershipOf(administrator, lead);
    expect(await administrator.ask(end, { params: { id } })).toMatchObject({ id: lead.personId, account: 'ended', membership: null });
    expect((await lead.try(routes.people.list)).problem.code).toBe('not_found');
    expect((await lead.ask(routes.identity.session)).localities).toEqual([]);
    expect((await administrator.try(end, { params: { id } })).problem.code).toBe('not_found');
    expect((await administrator.try(edit, { params: { id }, body: { roles: ['lead'], version: 2 } })).problem.code).toBe('not_found');
  });

  it('lets somebody in until the end of their last day', async () => {
    const administrator = await stage.person(['administrator']);
    const friend = await stage.person(['critical_friend']);
    const { id } = await membershipOf(administrator, friend);
    expect((await administrator.try(edit, { params: { id }, body: { validTo: '2020-01-01', version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'validTo' }] });
    await stage.owner.query('update membership set valid_to = today() where id = $1', [id]);
    expect((await friend.try(routes.people.list)).status).toBe(200);
    await stage.owner.query('update membership set valid_to = today() - 1 where id = $1', [id]);
    expect((await friend.try(routes.people.list)).problem.code).toBe('not_found');
    expect((await friend.ask(routes.identity.session)).localities).toEqual([]);
  });

  it('keeps one administrator who stays, even when two remove each other at once', async () => {
    const one = await stage.person(['administrator']);
    const [mine] = [await membershipOf(one, one)];
    expect((await one.try(end, { params: { id: mine.id } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'roles' }] });
    expect((await one.try(edit, { params: { id: mine.id }, body: { roles: ['lead'], version: 1 } })).problem.code).toBe('rule');
    expect((await one.try(edit, { params: { id: mine.id }, body: { validTo: '2199-01-01', version: 1 } })).problem.code).toBe('rule');
    const other = await stage.person(['administrator']);
    const theirs = await membershipOf(one, other);
    const said = await Promise.all([one.try(end, { params: { id: theirs.id } }), other.try(end, { params: { id: mine.id } })]);
    expect(said.map((each) => each.status).sort()[0]).toBe(200);
    const { rows } = await stage.owner.query<{ kept: string }>(`select count(*) as kept from membership where 'administrator' = any (roles) and ended_at is null`);
    expect(rows[0]?.kept).toBe('1');
  });

  it('is an administrator’s deed, in their own locality', async () => {
    const administrator = await stage.person(['administrator']);
    const lead = await stage.person(['lead']);
    const { id } = await membershipOf(administrator, lead);
    expect((await lead.try(edit, { params: { id }, body: { roles: ['administrator'], version: 1 } })).problem.code).toBe('not_permitted');
    const elsewhere = await stage.person(['administrator'], 'eastvale');
    expect((await elsewhere.try(edit, { params: { id }, body: { roles: ['expert'], version: 1 } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(end, { params: { id } })).problem.code).toBe('not_found');
  });
});
