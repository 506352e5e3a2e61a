import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { Here } from '../testing/here';
import { aRound, causesSeen as seen, view } from '../testing/round-builder';
import { openStage, type Stage } from '../testing/stage';

const { page, open, edit, reveal, cancel, write, agree } = routes.rounds;

describe('a round that may be cancelled', () => {
  let stage: Stage;
  let here: Here;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
    lead = here.lead;
  });
  afterAll(() => stage.close());

  const asked = () => aRound(stage, here);
  const writes = (who: Caller | undefined, id: string, word: string) => (who ?? lead).ask(write, { params: { id }, body: view(word) });

  it('is cancelled with a reason that everybody reads; what was written stays with those who wrote it, for ever', async () => {
    const { id, finding, organisations, people } = await asked();
    const [first, second] = people as readonly [Caller, Caller, ...Caller[]];
    await writes(first, id, 'Ruff');
    expect((await people[2]?.try(cancel, { params: { id }, body: { reason: 'No' } }))?.problem.code).toBe('not_permitted');
    expect((await lead.try(cancel, { params: { id }, body: { reason: ' ' } })).problem.fields).toMatchObject([{ field: 'reason' }]);
    const gone = await lead.ask(cancel, { params: { id }, body: { reason: 'The hospice was not asked.' } });
    const told = { cancelledBecause: 'The hospice was not asked.', cancelledByName: expect.any(String) as string, cancelledOn: here.day(0), asked: 4, written: 1 };
    expect(gone).toMatchObject({ round: null, mayWrite: false, partners: [], cancelled: [{ ...told, view: null }] });
    expect((await lead.try(cancel, { params: { id }, body: { reason: 'Twice' } })).problem.code).toBe('already_done');
    expect((await lead.ask(cancel, { params: { id }, body: { reason: 'The hospice was not asked.' } })).cancelled).toHaveLength(1);
    for (const who of [second, await stage.person(['expert']), here.administrator]) expect((await who.ask(page, { params: { id: finding } })).cancelled).toMatchObject([{ ...told, view: null }]);
    expect((await first.ask(page, { params: { id: finding } })).cancelled).toMatchObject([{ ...told, view: { cause: 'Ruff cause' } }]);
    expect((await lead.ask(routes.findings.page, { params: { id: finding } })).round).toMatchObject({ state: 'cancelled', cancelledOn: here.day(0), cancelledBecause: 'The hospice was not asked.' });

    for (const deed of [() => first.try(write, { params: { id }, body: view('Late', 1) }), () => second.try(write, { params: { id }, body: view('Late') }), () => lead.try(reveal, { params: { id } }), () => lead.try(edit, { params: { id }, body: { closesOn: here.day(20), version: 2 } }), () => first.try(agree, { params: { id }, body: { stance: 'agree' } })]) expect((await deed()).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('cancelled') as string });
    for (const sql of [`update diagnosis_round set cancelled_at = null, cancelled_because = null where id = '${id}'`, `update diagnosis_round set revealed_at = now() where id = '${id}'`, `update partner_view set cause = 'x' where round_id = '${id}'`]) await expect(stage.owner.query(sql)).rejects.toThrow(/cancelled/);
    await stage.owner.query(`set session_replication_role = replica; update diagnosis_round set closes_on = today() - 1 where id = '${id}'; set session_replication_role = origin`);
    await stage.owner.query('select kernel.reveal_closed_rounds()');
    expect(seen(await second.ask(page, { params: { id: finding } }))).toEqual([]);
    expect((await second.ask(page, { params: { id: finding } })).cancelled).toMatchObject([{ view: null }]);
    expect((await stage.owner.query(`select from audit where table_name = 'partner_view' and after ->> 'round_id' = $1`, [id])).rowCount).toBe(0);
    // Whoever wrote it goes on in the next round: no answer that holds it is kept with its asker.
    const later = await first.ask(open, { params: { id: finding }, body: { closesOn: here.day(6), organisationIds: [...organisations] } });
    expect(later.cancelled).toMatchObject([{ view: { cause: 'Ruff cause' } }]);
    expect((await stage.owner.query(`select from kernel.idempotency where answer::text like '%Ruff%'`)).rowCount).toBe(0);
    await first.ask(cancel, { params: { id: later.round?.id ?? '' }, body: { reason: 'Once more.' } });

    const again = await lead.ask(open, { params: { id: finding }, body: { closesOn: here.day(7), organisationIds: [...organisations] } });
    await writes(second, again.round?.id ?? '', 'Knot');
    const opened = await lead.ask(reveal, { params: { id: again.round?.id ?? '' } });
    expect([seen(opened), opened.cancelled.length]).toEqual([['Knot cause'], 2]);
    expect((await lead.try(cancel, { params: { id: again.round?.id ?? '' }, body: { reason: 'Too late' } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('revealed') as string });
    expect((await lead.ask(routes.findings.page, { params: { id: finding } })).round).toMatchObject({ state: 'revealed', cancelledOn: null });
  });

  it('asks no reason of actions and keeps no diagnosis waiting once it is cancelled', async () => {
    const { id, finding } = await asked();
    const { id: actionId } = await here.action();
    expect((await lead.try(routes.findings.link, { params: { id: finding }, body: { actionId } })).problem.fields).toMatchObject([{ field: 'reason' }]);
    await lead.ask(cancel, { params: { id }, body: { reason: 'Opened by mistake.' } });
    await lead.ask(routes.findings.link, { params: { id: finding }, body: { actionId } });
    const { diagnosis } = await lead.ask(routes.diagnoses.begin, { params: { id: finding }, body: { symptom: 'People wait' } });
    const causeId = await here.causeId();
    await lead.ask(routes.diagnoses.nameCause, { params: { id: finding }, body: { causeId } });
    const at = { params: { id: diagnosis?.id ?? '' } };
    await lead.ask(routes.diagnoses.edit, { ...at, body: { agreedText: 'Nobody decides.', rootCauseId: causeId, version: 1 } });
    expect((await lead.ask(routes.diagnoses.agree, at)).diagnosis?.state).toBe('agreed');
  });

  it('waits in the work of those whose organisation has not written, until it has or the round is over', async () => {
    const { id, finding, organisations, people } = await asked();
    const waits = async (who: Caller | undefined) => (await (who ?? lead).ask(routes.myWork.read)).awaitedViews.filter((one) => one.id === id);
    const critic = await stage.person(['critical_friend'], 'northmoor', organisations[0]);
    const colleague = await stage.person(['executive'], 'northmoor', organisations[0]);
    for (const person of [...people, colleague]) expect(await waits(person)).toMatchObject([{ findingId: finding, closesOn: here.day(7), ref: expect.any(String) as string, organisationName: expect.any(String) as string }]);
    for (const person of [lead, here.administrator, critic]) expect(await waits(person)).toEqual([]);
    await writes(people[0], id, 'Snipe');
    for (const person of [people[0], colleague]) expect(await waits(person)).toEqual([]);
    expect(await waits(people[1])).toHaveLength(1);
    await lead.ask(cancel, { params: { id }, body: { reason: 'Opened by mistake.' } });
    expect(await waits(people[1])).toEqual([]);
  });
});
