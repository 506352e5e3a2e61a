import { horizons, routes } from '@followthrough/contracts';
import { hasOnlyQuickWins, isCauseAnswered, type Thread, treatsOnlySymptom } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { Here } from '../testing/here';
import { openStage, type Stage } from '../testing/stage';

const MANY = { causes: 6, findings: 5, actions: 6 };
const at = (count: number) => fc.nat(count - 1);
const pairs = (from: number, to: number) => fc.uniqueArray(fc.tuple(at(from), at(to)), { maxLength: 8, selector: ([one, other]) => `${one} ${other}` });

/** Threads of causes, findings and actions; a cause's deeper one comes before it, so there is no ring. */
const threads = fc.record({
  deeper: fc.tuple(...Array.from({ length: MANY.causes }, (_, index) => (index === 0 ? fc.constant(null) : fc.option(at(index), { nil: null })))),
  deepRooted: fc.array(fc.boolean(), { minLength: MANY.findings, maxLength: MANY.findings }),
  horizons: fc.array(fc.constantFrom(...horizons), { minLength: MANY.actions, maxLength: MANY.actions }),
  causeOfFinding: pairs(MANY.findings, MANY.causes),
  findingOfAction: pairs(MANY.actions, MANY.findings),
  causeOfAction: pairs(MANY.actions, MANY.causes),
});

describe('the gaps between findings, causes and actions', () => {
  let stage: Stage;
  let here: Here;
  let lead: Caller;
  const ids = { causes: [] as string[], findings: [] as string[], actions: [] as string[] };
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
    lead = here.lead;
    for (let n = 0; n < MANY.causes; n += 1) ids.causes.push(await here.causeId());
    for (let n = 0; n < MANY.actions; n += 1) ids.actions.push((await here.action()).id);
    for (let n = 0; n < MANY.findings; n += 1) {
      const { id } = await here.finding();
      ids.findings.push(id);
      await lead.ask(routes.diagnoses.begin, { params: { id }, body: { symptom: `Symptom ${n}` } });
    }
  });
  afterAll(() => stage.close());

  /** Lays one generated thread into the database, in the place of the one before. */
  const lay = async (thread: Thread): Promise<void> => {
    const { owner } = stage;
    const locality = `(select id from locality where slug = 'northmoor')`;
    for (const table of ['action_cause', 'finding_cause', 'action_finding']) await owner.query(`delete from ${table}`);
    await owner.query('update cause set deeper_id = null where deeper_id is not null');
    for (const { id, deeperId } of thread.causes) if (deeperId) await owner.query('update cause set deeper_id = $2 where id = $1', [id, deeperId]);
    for (const { id, deepRooted } of thread.findings) await owner.query('update diagnosis set deep_rooted = $2 where finding_id = $1', [id, deepRooted]);
    for (const { id, horizon } of thread.actions) await owner.query('update action set horizon = $2 where id = $1', [id, horizon]);
    for (const [table, from, to, list] of [['finding_cause', 'finding_id', 'cause_id', thread.causeOfFinding], ['action_finding', 'action_id', 'finding_id', thread.findingOfAction], ['action_cause', 'action_id', 'cause_id', thread.causeOfAction]] as const)
      if (list.length > 0) await owner.query(`insert into ${table} (locality_id, ${from}, ${to}) select ${locality}, one, other from unnest($1::uuid[], $2::uuid[]) as pair (one, other)`, [list.map(([one]) => one), list.map(([, other]) => other)]);
  };

  it('are the same in lists, in counts and in the rules, whatever hangs on what', async () => {
    await fc.assert(
      fc.asyncProperty(threads, async (made) => {
        const named = (list: readonly (readonly [number, number])[], from: readonly string[], to: readonly string[]) => list.map(([one, other]) => [from[one] ?? '', to[other] ?? ''] as const);
        const thread: Thread = {
          causes: ids.causes.map((id, index) => ({ id, deeperId: ids.causes[made.deeper[index] ?? -1] ?? null })),
          findings: ids.findings.map((id, index) => ({ id, deepRooted: made.deepRooted[index] ?? false })),
          actions: ids.actions.map((id, index) => ({ id, horizon: made.horizons[index] ?? 'medium' })),
          causeOfFinding: named(made.causeOfFinding, ids.findings, ids.causes),
          findingOfAction: named(made.findingOfAction, ids.actions, ids.findings),
          causeOfAction: named(made.causeOfAction, ids.actions, ids.causes),
        };
        await lay(thread);
        const symptomOnly = ids.actions.filter((id) => treatsOnlySymptom(thread, id));
        const unanswered = ids.causes.filter((id) => !isCauseAnswered(thread, id));
        const quickWinsOnly = ids.findings.filter((id) => hasOnlyQuickWins(thread, id));

        const findings = await lead.ask(routes.findings.list, { query: { quickWinsOnly: true } });
        expect(findings.items.map((one) => one.id).sort()).toEqual(quickWinsOnly.toSorted());
        expect((await lead.ask(routes.actions.list, { query: { symptomOnly: true } })).items.map((one) => one.id).sort()).toEqual(symptomOnly.toSorted());
        expect((await lead.ask(routes.causes.list)).causes.filter((one) => !one.answered).map((one) => one.id).sort()).toEqual(unanswered.toSorted());
        const { total } = await lead.ask(routes.findings.list, { query: { unanswered: true } });
        expect(findings.gaps).toEqual({ findingsWithoutAction: total, symptomOnlyActions: symptomOnly.length, causesWithoutAction: unanswered.length, quickWinsOnly: quickWinsOnly.length });
      }),
      { numRuns: 40 },
    );
  });

  it('look past an action that was taken out of its plan', async () => {
    const [cause, finding] = [ids.causes[0] ?? '', ids.findings[0] ?? ''];
    const action = (await here.action({ horizon: 'quick_win', causeIds: [cause], findingIds: [finding] })).id;
    await stage.owner.query('delete from action_cause where action_id <> $1', [action]);
    await stage.owner.query('update cause set deeper_id = null where deeper_id is not null');
    const isAnswered = async () => (await lead.ask(routes.causes.list)).causes.find((one) => one.id === cause)?.answered;
    expect(await isAnswered()).toBe(true);
    await lead.ask(routes.actions.withdraw, { params: { id: action }, body: { reason: 'It is done elsewhere' } });
    expect(await isAnswered()).toBe(false);
    expect((await lead.ask(routes.findings.list)).gaps?.causesWithoutAction).toBe(MANY.causes);
  });

  it('count a finding as deep-rooted when a summit made it a deep-rooted priority', async () => {
    await lay({ causes: [], findings: ids.findings.map((id) => ({ id, deepRooted: false })), actions: [{ id: ids.actions[0] ?? '', horizon: 'quick_win' }], causeOfFinding: [], findingOfAction: [[ids.actions[0] ?? '', ids.findings[0] ?? '']], causeOfAction: [] });
    const count = async () => (await lead.ask(routes.findings.list)).gaps?.quickWinsOnly;
    expect(await count()).toBe(0);
    await lead.ask(routes.summits.addOutcome, { params: { id: here.summitId }, body: { agreedOn: '2026-03-01', kind: 'deep_rooted_priority', text: 'Mend it', findingIds: [ids.findings[0] ?? ''], organisationIds: [here.organisationId] } });
    expect(await count()).toBe(1);
  });
});
