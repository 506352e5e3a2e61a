import { routes, type Trace } from '@followthrough/contracts';
import { Here } from '../testing/here';
import { openStage, type Stage } from '../testing/stage';

const { show } = routes.traces;

describe('the trace', () => {
  let stage: Stage;
  let here: Here;
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
  });
  afterAll(() => stage.close());

  const kinds = ({ nodes }: Trace): Readonly<Record<string, readonly string[]>> => Object.fromEntries(nodes.map(({ kind }) => [kind, nodes.filter((one) => one.kind === kind).map((one) => one.id)]));

  it('is walked from the action up to the review and down to its closure, and from the finding to the same', async () => {
    const { lead } = here;
    const finding = await here.finding();
    const cause = async (text: string, deeperId: string | null = null): Promise<string> => (await lead.ask(routes.causes.add, { body: { text, deeperId } })).causes.find((one) => one.text === text)?.id ?? '';
    const deep = await cause('No shared plan for the workforce');
    const shallow = await cause('Hours are not guaranteed', deep);
    await lead.ask(routes.diagnoses.nameCause, { params: { id: finding.id }, body: { causeId: shallow } });
    const { outcomes } = await lead.ask(routes.summits.addOutcome, { params: { id: here.summitId }, body: { agreedOn: '2026-03-01', kind: 'commitment', text: 'One front door', findingIds: [finding.id], organisationIds: [here.organisationId] } });
    const outcome = outcomes.find((one) => one.text === 'One front door')?.id ?? '';
    const action = await here.action({ causeIds: [deep] });
    await lead.ask(routes.summits.link, { params: { id: outcome }, body: { actionId: action.id } });
    const byFinding = await here.action({ findingIds: [finding.id] });
    await lead.ask(routes.updates.report, { params: { id: action.id }, body: { status: 'on_track', narrative: 'Begun', evidence: [{ kind: 'observation', line: 'first', title: 'The first rota', words: 'On the wall of the hub', restricted: true }], restricted: true } });
    await lead.ask(routes.updates.report, { params: { id: action.id }, body: { status: 'complete', narrative: 'Done', evidence: [{ kind: 'document', line: 'first', title: 'The signed contract', url: 'https://council.example/contract' }] } });

    const up = await lead.ask(show, { params: { id: action.id } });
    expect(kinds(up)).toMatchObject({ review: [here.reviewId], finding: [finding.id], cause: expect.arrayContaining([deep, shallow]) as string[], outcome: [outcome], action: [action.id] });
    expect(up.nodes.find((one) => one.kind === 'closure')).toMatchObject({ text: 'The signed contract', status: 'complete', pageId: action.id, note: 'Test lead' });
    const links = (trace: Trace) => trace.links.map(({ from, to }) => `${from} ${to}`);
    const evidence = up.nodes.find((one) => one.kind === 'evidence')?.id ?? '';
    expect(links(up).sort()).toEqual([[here.reviewId, finding.id], [finding.id, shallow], [shallow, deep], [deep, action.id], [finding.id, outcome], [outcome, action.id], [finding.id, action.id], [action.id, evidence], [action.id, up.nodes.find((one) => one.kind === 'closure')?.id]].map((pair) => pair.join(' ')).sort());

    const down = await lead.ask(show, { params: { id: finding.id } });
    expect(kinds(down)).toMatchObject({ review: [here.reviewId], finding: [finding.id], outcome: [outcome], evidence: [evidence] });
    expect(new Set(kinds(down)['action'])).toEqual(new Set([action.id, byFinding.id]));
    for (const link of links(up)) expect(links(down)).toContain(link);

    const expert = await stage.person(['expert']);
    expect((await expert.ask(show, { params: { id: action.id } })).nodes.find((one) => one.kind === 'evidence')).toMatchObject({ text: null, withheld: true });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    for (const id of [action.id, finding.id]) expect((await elsewhere.try(show, { params: { id } })).problem.code).toBe('not_found');
    await lead.ask(routes.actions.withdraw, { params: { id: byFinding.id }, body: { reason: 'Not needed' } });
    expect((await lead.try(show, { params: { id: byFinding.id } })).status).toBe(404);
    expect(kinds(await lead.ask(show, { params: { id: finding.id } }))['action']).toEqual([action.id]);
  });
});
