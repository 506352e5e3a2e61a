import { type RoundPage, routes } from '@followthrough/contracts';
import { roundState } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { Here } from '../testing/here';
import { aPartner, aRound, causesSeen as seen, view } from '../testing/round-builder';
import { openStage, type Stage } from '../testing/stage';

const { page, open, edit, reveal, write, agree } = routes.rounds;

describe('a diagnosis round', () => {
  let stage: Stage;
  let here: Here;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
    lead = here.lead;
  });
  afterAll(() => stage.close());

  const partner = () => aPartner(here);
  const asked = () => aRound(stage, here);
  const writes = (who: Caller | undefined, id: string, word: string, version: number | null = null): Promise<RoundPage> => (who ?? lead).ask(write, { params: { id }, body: view(word, version) });
  const closeYesterday = (id: string) => stage.owner.query(`set session_replication_role = replica; update diagnosis_round set closes_on = today() - 1 where id = '${id}'; set session_replication_role = origin`);

  it('shows who has written and never what, to partners, leads, administrators and every other role', async () => {
    const { id, finding, organisations, people } = await asked();
    for (const [at, person] of people.slice(0, 3).entries()) await writes(person, id, `Kestrel${at}`);
    for (const [at, person] of people.entries()) {
      const answer = await person.ask(page, { params: { id: finding } });
      expect(seen(answer)).toEqual(at < 3 ? [`Kestrel${at} cause`] : []);
      expect(answer.partners.map((one) => [one.organisationId, one.hasWritten, one.isMine])).toEqual(expect.arrayContaining(organisations.map((one, nth) => [one, nth < 3, nth === at])));
      expect(answer.mayWrite).toBe(true);
    }
    for (const role of ['administrator', 'lead', 'critical_friend', 'executive', 'expert'] as const) {
      const outsider = await stage.person([role]);
      const answer = await outsider.ask(page, { params: { id: finding } });
      expect(seen(answer)).toEqual([]);
      expect(answer.mayWrite).toBe(false);
      for (const body of [await outsider.ask(routes.findings.page, { params: { id: finding } }), await outsider.ask(routes.diagnoses.page, { params: { id: finding } }), await outsider.ask(routes.search.find, { query: { text: 'Kestrel1' } })]) expect(JSON.stringify(body)).not.toContain('Kestrel');
    }
    expect((await lead.ask(routes.findings.page, { params: { id: finding } })).round).toMatchObject({ state: 'open', asked: 4, written: 3 });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.try(page, { params: { id: finding } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(write, { params: { id }, body: view('Mine') })).problem.code).toBe('not_found');
  });

  it('keeps unrevealed views from the audit, from events and from SQL of the API’s own role', async () => {
    const { id, organisations, people } = await asked();
    await writes(people[0], id, 'Osprey');
    await writes(people[0], id, 'Osprey again', 1);
    // Asked once more, as after a lost connection: the same, and no second change.
    await writes(people[0], id, 'Osprey again', 1);
    await people[0]?.ask(edit, { params: { id }, body: { closesOn: here.day(8), version: 1 } });
    const everywhere = async (word: string): Promise<string[]> => {
      const { rows: tables } = await stage.owner.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'kernel', 'identity') order by 1`);
      const found: string[] = [];
      for (const { name } of tables) if ((await stage.owner.query(`select from ${name} t where t::text like $1 limit 1`, [`%${word}%`])).rowCount) found.push(name);
      return found;
    };
    expect(await everywhere('Osprey')).toEqual(['partner_view']);
    expect((await stage.owner.query(`select from audit where table_name = 'partner_view' and after ->> 'round_id' = $1`, [id])).rowCount).toBe(0);

    const { rows } = await stage.owner.query<{ locality: string }>(`select id as locality from locality where slug = 'northmoor'`);
    const api = new Client({ connectionString: stage.apiUrl });
    await api.connect();
    const as = async (person: string, sql: string, values: unknown[] = []) => {
      await api.query('begin');
      await api.query(`select set_config('app.locality', $1, true), set_config('app.person', $2, true)`, [rows[0]?.locality, person]);
      return api.query(sql, values).finally(() => api.query('rollback'));
    };
    for (const other of [lead, here.administrator, people[1], people[2], people[3]]) expect((await as(other?.personId ?? '', 'select from partner_view where round_id = $1', [id])).rowCount).toBe(0);
    expect((await as(people[0]?.personId ?? '', 'select from partner_view where round_id = $1', [id])).rowCount).toBe(1);
    for (const sql of [`update partner_view set cause = 'x'`, 'delete from partner_view', `insert into partner_view (round_id, organisation_id, symptom, why, cause) values ('${id}', '${organisations[1]}', 'x', 'x', 'x')`]) await expect(as(people[0]?.personId ?? '', sql)).rejects.toThrow('permission denied');
    await expect(as(lead.personId ?? '', `insert into partner_agreement (round_id, organisation_id, stance, about) values ('${id}', '${organisations[1]}', 'agree', 'x')`)).rejects.toThrow('row-level security');
    await api.end();
  });

  it('reveals all at once by hand; the history takes them in without an author; none changes after', async () => {
    const { id, finding, people } = await asked();
    for (const [at, person] of people.entries()) await writes(person, id, `Heron${at}`);
    expect((await people[2]?.try(reveal, { params: { id } }))?.problem.code).toBe('not_permitted');
    const revealed = await lead.ask(reveal, { params: { id } });
    expect(revealed.round).toMatchObject({ state: 'revealed', revealedOn: expect.any(String) as string });
    expect(seen(revealed)).toEqual(['Heron0 cause', 'Heron1 cause', 'Heron2 cause', 'Heron3 cause']);
    for (const role of ['critical_friend', 'executive', 'expert'] as const) expect(seen(await (await stage.person([role])).ask(page, { params: { id: finding } }))).toHaveLength(4);
    const { rows } = await stage.owner.query<{ actor_id: string | null; request_id: string | null; cause: string }>(`select actor_id, request_id, after ->> 'cause' as cause from audit where table_name = 'partner_view' and after ->> 'round_id' = $1 order by 3`, [id]);
    expect(rows).toEqual([0, 1, 2, 3].map((at) => ({ actor_id: null, request_id: null, cause: `Heron${at} cause` })));
    expect((await people[0]?.try(write, { params: { id }, body: view('Late', 1) }))?.problem).toMatchObject({ code: 'rule', detail: 'The views are revealed: none can be changed' });
    for (const sql of [`update partner_view set cause = 'x'`, 'delete from partner_view', `update diagnosis_round set revealed_at = null where id = '${id}'`, `delete from round_partner where round_id = '${id}'`]) await expect(stage.owner.query(sql)).rejects.toThrow(/revealed|written_by_asked/);
    const again = await lead.ask(reveal, { params: { id } });
    expect(again.round?.version).toBe(revealed.round?.version);
    expect((await lead.try(edit, { params: { id }, body: { closesOn: here.day(20), version: again.round?.version ?? 1 } })).problem.code).toBe('rule');
  });

  it('is revealed on the day after its closing date, before anything has noted it', async () => {
    const { id, finding, people } = await asked();
    await writes(people[0], id, 'Plover');
    await closeYesterday(id);
    const answer = await lead.ask(page, { params: { id: finding } });
    expect(seen(answer)).toEqual(['Plover cause']);
    expect(answer.round).toMatchObject({ state: 'revealed' });
    expect((await people[1]?.try(write, { params: { id }, body: view('Late') }))?.problem).toMatchObject({ code: 'rule', detail: 'The views are revealed: none can be changed' });
    await stage.owner.query('select kernel.reveal_closed_rounds()');
    expect((await stage.owner.query(`select from audit where table_name = 'partner_view' and after ->> 'round_id' = $1 and actor_id is null`, [id])).rowCount).toBe(1);
  });

  it('counts as the domain counts when a round is revealed', async () => {
    const day = fc.integer({ min: -3, max: 3 });
    await fc.assert(
      fc.asyncProperty(day, fc.option(day), fc.boolean(), async (closes, revealed, isCancelled) => {
        const { rows } = await stage.owner.query<{ revealed: boolean; over: boolean; closes_on: string; revealed_on: string | null; today: string }>(
          `select kernel.is_revealed(one) as revealed, kernel.is_over(one) as over, (today() + $1::integer)::text as closes_on, (today() + $2::integer)::text as revealed_on, today()::text as today
           from (select row(null, null, 1, null, today() + $1::integer, now(), now() + $2::integer * interval '1 day', case when $3 then now() end, null, null)::diagnosis_round as one) x`,
          [closes, revealed, isCancelled],
        );
        const { closes_on: closesOn = '', revealed_on: revealedOn = null, today = '' } = rows[0] ?? {};
        const state = roundState({ closesOn, revealedOn, cancelledOn: isCancelled ? today : null }, today);
        expect([rows[0]?.revealed, rows[0]?.over]).toEqual([state === 'revealed', state !== 'open']);
      }),
      { numRuns: 30 },
    );
  });

  it('lets colleagues write one view together: a stale one is refused with theirs and yours', async () => {
    const { id, finding, organisations, people } = await asked();
    const colleague = await stage.person(['lead'], 'northmoor', organisations[0]);
    await writes(people[0], id, 'First');
    await writes(people[0], id, 'Second', 1);
    const late = await stage.person(['lead'], 'northmoor', organisations[0]);
    expect(seen(await colleague.ask(page, { params: { id: finding } }))).toEqual(['Second cause']);
    expect((await colleague.try(write, { params: { id }, body: view('Third', 1) })).problem).toMatchObject({ status: 409, code: 'stale', conflict: { version: 2, fields: [{ field: 'symptom', base: null, theirs: 'Second symptom', yours: 'Third symptom', by: null }, { field: 'why' }, { field: 'cause' }] } });
    expect(seen(await writes(colleague, id, 'Third', 2))).toEqual(['Third cause']);
    // Somebody who has an account since then sees and writes nothing: they might have been made up to look.
    const answer = await late.ask(page, { params: { id: finding } });
    expect([seen(answer), answer.mayWrite]).toEqual([[], false]);
    expect((await late.try(write, { params: { id }, body: view('Late', 3) })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('before you came') as string });
  });

  it('shows nothing to whoever puts themselves into another organisation to look', async () => {
    const { id, finding, organisations, people } = await asked();
    const spy = await stage.person(['lead', 'administrator']);
    const move = (organisationId: string | undefined, version: number) => spy.ask(routes.people.edit, { params: { id: spy.personId ?? '' }, body: { organisationId: organisationId ?? null, version } });
    await move(organisations[0], 1);
    await writes(people[0], id, 'Curlew');
    const answer = await spy.ask(page, { params: { id: finding } });
    expect([seen(answer), answer.mayWrite]).toEqual([[], false]);
    expect((await spy.try(write, { params: { id }, body: view('Mine', 1) })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('after the round was opened') as string });
    await move(organisations[1], 2);
    expect(seen(await spy.ask(page, { params: { id: finding } }))).toEqual([]);
  });

  it('asks partners who are here, two at least, once a finding, and keeps those who have written', async () => {
    const { id: finding } = await here.finding();
    const [one, two] = [await partner(), await partner()];
    const elsewhere = await stage.person(['lead'], 'eastvale');
    const { id: theirs } = await elsewhere.ask(routes.organisations.add, { body: { name: 'Vale', kind: 'other', aliases: [] } });
    const ask = (body: { closesOn: string; organisationIds: string[] }) => lead.try(open, { params: { id: finding }, body });
    expect((await ask({ closesOn: here.day(-1), organisationIds: [one] })).problem.fields?.map(({ field }) => field)).toEqual(['closesOn', 'organisationIds']);
    expect((await ask({ closesOn: here.day(3), organisationIds: [one, one] })).problem.fields?.map(({ field }) => field)).toEqual(['organisationIds']);
    expect((await ask({ closesOn: here.day(3), organisationIds: [one, theirs] })).problem.fields?.map(({ field }) => field)).toEqual(['organisationIds']);
    const { round } = await lead.ask(open, { params: { id: finding }, body: { closesOn: here.day(3), organisationIds: [one, two] } });
    expect((await ask({ closesOn: here.day(4), organisationIds: [one, two] })).problem.code).toBe('already_done');
    // The same once more, as after a lost connection.
    expect((await lead.ask(open, { params: { id: finding }, body: { closesOn: here.day(3), organisationIds: [two, one] } })).round?.id).toBe(round?.id);
    const id = round?.id ?? '';
    const change = (body: object) => lead.try(edit, { params: { id }, body: { version: round?.version ?? 1, ...body } });
    const writer = await stage.person(['executive'], 'northmoor', one);
    await writes(writer, id, 'Dunlin');
    expect((await change({ removePartners: [one], addPartners: [await partner()] })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'removePartners' }] });
    expect((await change({ removePartners: [two] })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'removePartners' }] });
    const changed = await lead.ask(edit, { params: { id }, body: { removePartners: [two], addPartners: [await partner()], closesOn: here.day(5), version: 1 } });
    expect([changed.round?.closesOn, changed.partners.length]).toEqual([here.day(5), 2]);
    expect((await lead.try(write, { params: { id }, body: view('Not asked') })).problem).toMatchObject({ code: 'rule', detail: 'Your organisation is not asked in this round' });
    expect((await lead.try(routes.findings.withdraw, { params: { id: finding } })).problem.code).toBe('in_use');
  });

  it('lets each partner agree, partly or not, with the words as they are now, and the diagnosis wait for the reveal', async () => {
    const { id, finding, people } = await asked();
    const [first, second] = people as readonly [Caller, Caller, ...Caller[]];
    const causeId = await here.causeId();
    const { diagnosis } = await lead.ask(routes.diagnoses.begin, { params: { id: finding }, body: { symptom: 'People wait' } });
    await lead.ask(routes.diagnoses.nameCause, { params: { id: finding }, body: { causeId } });
    const at = { params: { id: diagnosis?.id ?? '' } };
    await lead.ask(routes.diagnoses.edit, { ...at, body: { rootCauseId: causeId, version: 1 } });
    expect((await first.try(agree, { params: { id }, body: { stance: 'agree' } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('when the views are revealed') as string });
    expect((await lead.try(routes.diagnoses.agree, at)).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('A round is open') as string });
    await lead.ask(reveal, { params: { id } });
    expect((await first.try(agree, { params: { id }, body: { stance: 'agree' } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('no agreed text yet') as string });
    await lead.ask(routes.diagnoses.edit, { ...at, body: { agreedText: 'Nobody decides.', version: 2 } });
    for (const stance of ['partly', 'disagree'] as const) expect((await first.try(agree, { params: { id }, body: { stance } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'reason' }] });
    await first.ask(agree, { params: { id }, body: { stance: 'disagree', reason: 'It is money.' } });
    await first.ask(agree, { params: { id }, body: { stance: 'agree' } });
    const said = await second.ask(agree, { params: { id }, body: { stance: 'partly', reason: 'The wards decide at night.' } });
    expect(said.partners.flatMap((one) => (one.agreement ? [one.agreement] : [])).sort((a, b) => a.stance.localeCompare(b.stance))).toEqual([{ stance: 'agree', reason: null, isEarlier: false }, { stance: 'partly', reason: 'The wards decide at night.', isEarlier: false }]);
    const round = async () => (await lead.ask(routes.findings.page, { params: { id: finding } })).round;
    expect(await round()).toMatchObject({ state: 'revealed', asked: 4, agree: 1, partly: 1, disagree: 0 });
    await lead.ask(routes.diagnoses.edit, { ...at, body: { agreedText: 'Nobody decides at night.', version: 3 } });
    expect(await round()).toMatchObject({ agree: 0, partly: 0 });
    expect((await lead.ask(page, { params: { id: finding } })).partners.filter((one) => one.agreement?.isEarlier)).toHaveLength(2);
    const before = (await lead.ask(routes.findings.list)).agreed;
    await lead.ask(routes.diagnoses.agree, at);
    expect((await lead.ask(routes.findings.list)).agreed).toEqual({ agreed: (before?.agreed ?? 0) + 1, findings: before?.findings });
  });

  it('asks an action made before the diagnosis is agreed why it does not wait, and keeps the answer with it', async () => {
    const { finding } = await asked();
    const body = { planId: here.planId, ref: 'E.1', title: 'Open beds', horizon: 'medium' as const, findingIds: [finding] };
    expect((await lead.try(routes.actions.add, { body })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'reason', message: expect.stringContaining('not agreed yet') as string }] });
    const early = await lead.ask(routes.actions.add, { body: { ...body, reason: 'Winter comes first.' } });
    expect(early.findings).toMatchObject([{ id: finding, isEarly: true, earlyReason: 'Winter comes first.' }]);
    const other = await here.action();
    expect((await lead.try(routes.findings.link, { params: { id: finding }, body: { actionId: other.id } })).problem.fields).toMatchObject([{ field: 'reason' }]);
    expect((await lead.try(routes.actions.edit, { params: { id: other.id }, body: { addFindings: [finding], version: other.version } })).problem.fields).toMatchObject([{ field: 'reason' }]);
    await lead.ask(routes.findings.link, { params: { id: finding }, body: { actionId: other.id, reason: 'It is under way.' } });
    expect((await lead.ask(routes.actions.page, { params: { id: other.id } })).findings).toMatchObject([{ isEarly: true, earlyReason: 'It is under way.' }]);
    const { id: unasked } = await here.finding();
    expect((await here.action({ findingIds: [unasked] })).findings).toMatchObject([{ isEarly: false, earlyReason: null }]);
  });
});
