import { randomUUID } from 'node:crypto';
import { type HistoryItem, type LifeKind, roles, routes } from '@followthrough/contracts';
import { access } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import { Here } from '../testing/here';
import { aGuest, anOpenPoll, anOpenRoom } from '../testing/room-builder';
import { aRound, view } from '../testing/round-builder';
import { openStage, type Stage } from '../testing/stage';
import { Sealer } from './sealer';

const { life, list } = routes.history;
const readers = roles.filter((role) => access['audit.read'].includes(role));
describe('the history', () => {
  let stage: Stage;
  let here: Here;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
    lead = here.lead;
  });
  afterAll(() => stage.close());

  const of = async (thing: string, query: object = {}, who = lead): Promise<readonly HistoryItem[]> => (await who.ask(list, { query: { thing, ...query } })).items;
  const changes = (items: readonly HistoryItem[]) => items.map(({ kind, change }) => `${kind} ${change}`);

  it('says who changed what, field by field, before and after, in words', async () => {
    const action = await here.action({ daysNeeded: 4 });
    const other = await stage.person(['lead']);
    const colleague = await here.lead.ask(routes.people.add, { body: { name: here.name('colleague') } });
    await other.ask(routes.actions.edit, { params: { id: action.id }, body: { ownerId: colleague.id, horizon: 'quick_win', daysNeeded: null, version: 1 } });
    const [edited, added] = await of(action.id);
    expect(edited).toMatchObject({ kind: 'action', change: 'changed', by: 'Test lead', thing: { kind: 'action', id: action.id, name: `${action.ref} ${action.title}` }, why: null, requestId: expect.any(String) as string });
    expect(edited?.fields).toEqual([
      { field: 'horizon', before: ['medium'], after: ['quick_win'], hidden: null },
      { field: 'ownerId', before: ['Zibeline Owner'], after: [colleague.name], hidden: null },
      { field: 'daysNeeded', before: ['4.0'], after: [], hidden: null },
    ]);
    expect(added).toMatchObject({ kind: 'action', change: 'added' });
    expect(added?.fields).toEqual(expect.arrayContaining([{ field: 'accountableOrganisationId', before: [], after: ['Zibeline Council'], hidden: null }, { field: 'status', before: [], after: ['Not started'], hidden: null }]));
    expect(added?.fields.map(({ field }) => field)).not.toContain('description');
  });

  it('tells the life of an action to everybody who reads the plan, by what it is told in, and keeps restricted text to itself', async () => {
    const reader = await stage.person(['expert']);
    const action = await here.action({ risks: 'Names a ward' });
    const params = { id: action.id };
    await lead.ask(routes.updates.report, { params, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'A way', decision: { what: 'Money', fromWhom: 'Board', neededBy: here.day(9) } } });
    await lead.ask(routes.updates.report, { params, body: { status: 'on_track', narrative: 'Names a person', restricted: true } });
    await lead.ask(routes.threads.raise, { body: { actionId: action.id, kind: 'question', text: 'Is it so?' } });
    await lead.ask(routes.milestones.add, { params, body: { title: 'Contract signed', dueOn: '2090-05-01' } });
    const kindsOf = async (query: { readonly of?: LifeKind[] }): Promise<string[]> => (await reader.ask(life, { params, query })).items.map((one) => one.kind);
    expect(await kindsOf({})).toEqual(expect.arrayContaining(['thread', 'milestone', 'status_update', 'decision_request', 'action']));
    expect(new Set(await kindsOf({ of: ['talk', 'milestones'] }))).toEqual(new Set(['thread', 'milestone']));
    const whole = await reader.ask(life, { params });
    const narrative = whole.items.filter((one) => one.kind === 'status_update').map((one) => one.fields.find((each) => each.field === 'narrative'));
    expect(narrative).toMatchObject([{ after: [], hidden: 'restricted' }, { after: ['Stuck'], hidden: null }]);
    for (const secret of ['Names a ward', 'Names a person']) expect(JSON.stringify(whole)).not.toContain(secret);
    expect((await reader.try(list, { query: { thing: action.id } })).problem.code).toBe('not_permitted');
  });

  it('has with a thing all its parts and theirs, those included that were taken away', async () => {
    const action = await here.action();
    const params = { id: action.id };
    const finding = await here.finding();
    await lead.ask(routes.updates.report, { params, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'A way', decision: { what: 'Money', fromWhom: 'Board', neededBy: here.day(9) } } });
    const thread = await lead.ask(routes.threads.raise, { body: { actionId: action.id, kind: 'question', text: 'Is it so?' } });
    await lead.ask(routes.threads.answer, { params: { id: thread.id }, body: { kind: 'reply', text: 'It is' } });
    const { version } = await lead.ask(routes.actions.page, { params });
    const linked = await lead.ask(routes.actions.edit, { params, body: { addFindings: [finding.id], version } });
    await lead.ask(routes.actions.edit, { params, body: { removeFindings: [finding.id], version: linked.version } });
    const items = await of(action.id);
    expect(changes(items)).toEqual(expect.arrayContaining(['action_finding removed', 'action_finding added', 'answer added', 'thread added', 'status_update added', 'decision_request added', 'action added']));
    expect(new Set(items.map(({ thing }) => thing?.id))).toEqual(new Set([action.id]));
    expect(items.find(({ kind, change }) => kind === 'action_finding' && change === 'removed')?.fields[0]).toMatchObject({ field: 'findingId', before: [expect.stringMatching(/Zibeline quotation/) as string], after: [] });
    expect(changes(await of(finding.id))).toEqual(expect.arrayContaining(['action_finding removed', 'action_finding added', 'finding added']));
  });

  it('goes on page by page, newest first, and narrows to a kind, a person and days', async () => {
    const one = await stage.person(['lead']);
    for (let n = 0; n < 55; n += 1) await one.ask(routes.programmes.add, { body: { name: here.name('programme') } });
    const query = { kind: 'programme', by: one.personId } as const;
    const first = await lead.ask(list, { query });
    const second = await lead.ask(list, { query: { ...query, after: first.next } });
    expect([first.items.length, second.items.length, second.next, second.people]).toEqual([50, 5, null, null]);
    const places = [...first.items, ...second.items].map(({ position }) => position);
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(new Set(places).size).toBe(55);
    expect(first.people).toEqual(expect.arrayContaining([{ id: one.personId, name: 'Test lead' }]));
    expect((await lead.ask(list, { query: { by: one.personId } })).items.every(({ kind }) => kind === 'programme')).toBe(true);
    await stage.owner.query(`alter table audit disable trigger append_only`);
    await stage.owner.query(`update audit set at = '2026-03-29T00:30:00+00' where position = $1`, [places[0]]);
    await stage.owner.query(`alter table audit enable trigger append_only`);
    for (const [from, to, found] of [['2026-03-29', '2026-03-29', 1], ['2026-03-30', '2026-04-30', 0], ['2026-03-01', '2026-03-28', 0]] as const) expect((await lead.ask(list, { query: { ...query, from, to } })).items).toHaveLength(found);
    expect((await lead.try(list, { query: { from: '2026-03-02', to: '2026-03-01' } })).problem).toMatchObject({ status: 422, fields: [{ field: 'to' }] });
    expect((await lead.try(list, { query: { after: 'nonsense' } })).problem.code).toBe('bad_input');
  });

  it('says of each row whether it is sealed yet', async () => {
    const { id } = await here.action();
    expect((await of(id)).map(({ sealed }) => sealed)).toEqual([false]);
    const sealer = stage.app.get(Sealer, { strict: false });
    // Another database of the cluster may hold an older transaction open.
    for (let tries = 0; tries < 300 && (await of(id))[0]?.sealed !== true; tries += 1) {
      await sealer.seal();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { items, sealedAt } = await lead.ask(list, { query: { thing: id } });
    expect(items.map(({ sealed }) => sealed)).toEqual([true]);
    expect(sealedAt).not.toBeNull();
  });

  it('is for leads and administrators of the same locality', async () => {
    const { id } = await here.action();
    for (const role of roles) {
      const { status, body, problem } = await (await stage.person([role])).try(list, { query: { thing: id } });
      if (readers.includes(role)) expect(body.items).toHaveLength(1);
      else expect([status, problem.code]).toEqual([403, 'not_permitted']);
    }
    const elsewhere = await stage.person(['lead', 'administrator'], 'eastvale');
    expect(await elsewhere.ask(list, { query: { thing: id } })).toMatchObject({ items: [], thing: null });
    expect((await elsewhere.ask(list, { query: { by: lead.personId } })).items).toEqual([]);
    expect(JSON.stringify(await elsewhere.ask(list))).not.toContain('Zibeline');
    expect((await elsewhere.try(list, { params: { locality: 'northmoor' } })).problem.code).toBe('not_found');
  });

  it('withholds every text that can be restricted from a reader who may not read restricted text', async () => {
    const action = await here.action({ description: 'Wagtail description' });
    await lead.ask(routes.updates.report, { params: { id: action.id }, body: { status: 'at_risk', narrative: 'Wagtail narrative', pathToGreen: 'Wagtail way' } });
    expect(JSON.stringify(await of(action.id))).toMatch(/Wagtail description.*|Wagtail narrative/);
    await stage.owner.query(`delete from kernel.role_deed where role = 'lead' and deed = 'restricted.read'`);
    const items = await of(action.id);
    await stage.owner.query(`insert into kernel.role_deed (role, deed) values ('lead', 'restricted.read')`);
    expect(JSON.stringify(items)).not.toContain('Wagtail');
    expect(items.flatMap(({ fields }) => fields)).toEqual(expect.arrayContaining([{ field: 'description', before: [], after: [], hidden: 'restricted' }, { field: 'narrative', before: [], after: [], hidden: 'restricted' }]));
  });

  it('has nothing of a partner’s view before the reveal, for nobody, and never of a cancelled round; after the reveal the view, and no author', async () => {
    const cancelled = await aRound(stage, here);
    const writes = async (round: string, word: string) => {
      for (const [at, partner] of cancelled.people.entries()) await partner.ask(routes.rounds.write, { params: { id: round }, body: view(`${word}${at}`) });
      await cancelled.people[0]?.ask(routes.rounds.write, { params: { id: round }, body: { ...view(`${word}0`, 1), cause: `${word}0 again` } });
    };
    await writes(cancelled.id, 'Nightjar');
    await lead.ask(routes.rounds.cancel, { params: { id: cancelled.id }, body: { reason: 'The hospice was not asked' } });
    const { round: open } = await lead.ask(routes.rounds.open, { params: { id: cancelled.finding }, body: { closesOn: here.day(7), organisationIds: [...cancelled.organisations] } });
    const params = { id: open?.id ?? '' };
    await writes(params.id, 'Ouzel');
    const askers = [...cancelled.people, ...(await Promise.all(roles.map((role) => stage.person([role]))))];
    const looked = async (): Promise<string> => {
      const said: string[] = [];
      for (const who of askers)
        for (const query of [{}, ...[cancelled.finding, cancelled.id, params.id].map((thing) => ({ thing })), { kind: 'partner_view' }, ...cancelled.people.map(({ personId }) => ({ by: personId ?? '' }))])
          for (let after: string | null | undefined; after !== null; ) {
            const { body, bytes } = await who.try(list, { query: { ...query, ...(after === undefined ? {} : { after }) } });
            said.push(bytes.toString('utf8'));
            after = body.next ?? null;
          }
      return said.join('\n');
    };
    const before = await looked();
    expect(before).toContain('The hospice was not asked');
    expect(before).not.toMatch(/Nightjar|Ouzel/);
    await lead.ask(routes.rounds.reveal, { params });
    const views = await of(cancelled.finding, { kind: 'partner_view' });
    expect(views.flatMap(({ fields }) => fields.flatMap(({ field, after }) => (field === 'cause' ? after : []))).sort()).toEqual(['Ouzel0 again', ...cancelled.people.slice(1).map((_, at) => `Ouzel${at + 1} cause`)]);
    expect(views.map(({ by, requestId }) => [by, requestId])).toEqual(cancelled.people.map(() => [null, null]));
    expect(await looked()).not.toContain('Nightjar');
  });

  it('has no vote of a secret ballot, and nobody behind a question without a name', async () => {
    const { summitId, code } = await anOpenRoom(lead);
    const { id: pollId } = await anOpenPoll(lead, summitId, { isSecret: true, showsLive: false });
    const member = await stage.person(['executive']);
    const { cookies } = await member.try(routes.rooms.join, { params: { codeKey: code }, body: {} });
    const asker = stage.browser(cookies);
    const { id } = await asker.ask(routes.questions.ask, { params: { codeKey: code }, body: { id: randomUUID(), text: 'Who decides?', isAnonymous: true } });
    await asker.ask(routes.polls.vote, { params: { codeKey: code, id: pollId }, body: { choices: [1], receipt: randomUUID() } });
    const { guest } = await aGuest(stage, code, 'And when?', null);
    await guest.ask(routes.polls.vote, { params: { codeKey: code, id: pollId }, body: { choices: [2], receipt: randomUUID() } });
    expect(await of(id)).toMatchObject([{ kind: 'question', by: null, requestId: null, thing: { kind: 'summit', id: summitId } }]);
    const results = async () => (await of(pollId)).flatMap(({ fields }) => fields.filter(({ field }) => field === 'result').map(({ after }) => after));
    expect(await results()).toEqual([]);
    await lead.ask(routes.polls.close, { params: { id: pollId } });
    expect(await results()).toEqual([['0', '1', '1']]);
    const items = await of(summitId);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['summit', 'room', 'poll', 'question']));
    expect(JSON.stringify(items)).not.toMatch(new RegExp(`Test executive|${code}`));
  });

  it('has nothing that opens a door', async () => {
    const { email, tokenKey } = await here.invitation();
    const { rows } = await stage.owner.query<{ digest: string }>(`select encode(token_digest, 'hex') as digest from invitation where email = $1`, [email]);
    const [item] = (await lead.ask(list, { query: { kind: 'invitation' } })).items;
    expect(item?.fields).toEqual(expect.arrayContaining([{ field: 'email', before: [], after: [email], hidden: null }]));
    const said = JSON.stringify(item);
    for (const key of [tokenKey, rows[0]?.digest ?? '-', 'digest']) expect(said).not.toContain(key);
  });
});
