import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { list, add, edit, withdraw, bringBack, join, editMember, leave } = routes.teams;
const today = londonDay(new Date());

describe('teams', () => {
  let stage: Stage;
  let lead: Caller;
  let count = 0;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());
  const somebody = async (profession: string | null = null, more: object = {}): Promise<string> => (await lead.ask(routes.people.add, { body: { name: `Member ${(count += 1)}`, profession, ...more } })).id;

  it('have members from a day to a day, and say who and which professions are in them today', async () => {
    const { id } = await lead.ask(add, { body: { name: 'Home first group', kind: 'multi_disciplinary' } });
    const [nurse, worker, post] = [await somebody('Nurse'), await somebody('Social worker'), await somebody('Therapist', { expectedOn: dayAfter(today, 40) })];
    const params = { id };
    await lead.ask(join, { params, body: { personId: nurse, fromOn: dayAfter(today, -30), toOn: null } });
    await lead.ask(join, { params, body: { personId: worker, fromOn: dayAfter(today, -60), toOn: dayAfter(today, -1) } });
    const team = await lead.ask(join, { params, body: { personId: post, fromOn: dayAfter(today, 40), toOn: null } });
    expect(team).toMatchObject({ now: 1, professions: ['Nurse'] });
    expect(team.members.map(({ personId, expectedOn }) => [personId, expectedOn])).toEqual([[nurse, null], [post, dayAfter(today, 40)], [worker, null]]);
    // Somebody comes back, and is there once on each day.
    expect((await lead.try(join, { params, body: { personId: worker, fromOn: dayAfter(today, -1), toOn: null } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'fromOn' }] });
    expect(await lead.ask(join, { params, body: { personId: worker, fromOn: today, toOn: null } })).toMatchObject({ now: 2, professions: ['Nurse', 'Social worker'] });
    const past = team.members.find(({ personId }) => personId === worker);
    const at = { id, member: past?.id ?? '' };
    expect((await lead.try(editMember, { params: at, body: { toOn: today, version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'toOn' }] });
    expect((await lead.try(editMember, { params: at, body: { toOn: dayAfter(today, -61), version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'toOn', message: 'The last day must be on or after the first' }] });
    expect((await lead.ask(editMember, { params: at, body: { toOn: dayAfter(today, -10), version: 1 } })).members.find((one) => one.id === past?.id)?.toOn).toBe(dayAfter(today, -10));
    expect((await lead.ask(leave, { params: at })).members).toHaveLength(3);
    expect((await lead.ask(routes.supply.person, { params: { id: nurse } })).teams).toMatchObject([{ id, name: 'Home first group', kind: 'multi_disciplinary' }]);
  });

  it('have a name of their own, change, and go with their history left', async () => {
    const { id } = await lead.ask(add, { body: { name: 'Discharge team', kind: 'team' } });
    expect((await lead.try(add, { body: { name: 'discharge TEAM', kind: 'team' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'name' }] });
    expect(await lead.ask(edit, { params: { id }, body: { name: 'Discharge hub', version: 1 } })).toMatchObject({ name: 'Discharge hub', version: 2 });
    expect((await lead.try(edit, { params: { id }, body: { name: 'Something else', version: 1 } })).problem.code).toBe('stale');
    expect((await lead.try(join, { params: { id }, body: { personId: '019a9f00-0000-7000-8000-000000000000', fromOn: today, toOn: null } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'personId' }] });
    expect((await lead.ask(withdraw, { params: { id } })).items.map((one) => one.id)).not.toContain(id);
    for (const route of [edit, join]) expect((await lead.try(route, { params: { id }, body: route === edit ? { name: 'Back', version: 3 } : { personId: lead.personId ?? '', fromOn: today, toOn: null } })).problem.code).toBe('not_found');
    expect((await lead.ask(routes.history.list, { query: { thing: id } })).items.map(({ kind, change }) => `${kind} ${change}`)).toEqual(['team changed', 'team changed', 'team added']);
    expect(await lead.ask(bringBack, { params: { id } })).toMatchObject({ id, name: 'Discharge hub' });
    await lead.ask(withdraw, { params: { id } });
    await lead.ask(add, { body: { name: 'Discharge hub', kind: 'team' } });
    expect((await lead.try(bringBack, { params: { id } })).problem.code).toBe('name_taken');
  });

  it('are read by those who read people, and kept by leads', async () => {
    const friend = await stage.person(['critical_friend']);
    expect((await friend.ask(list)).today).toBe(today);
    expect((await friend.try(add, { body: { name: 'Mine', kind: 'team' } })).problem.code).toBe('not_permitted');
    expect((await (await stage.person(['expert'])).try(list)).problem.code).toBe('not_permitted');
    expect((await (await stage.person(['lead'], 'eastvale')).ask(list)).items).toEqual([]);
  });
});
