import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import { anAction, aPlan } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';

const { read } = routes.myWork;

describe('my work', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('shows what I owe, and what is done leaves', async () => {
    const lead = await stage.person(['lead']);
    expect(await lead.ask(read)).toMatchObject({ name: 'Test lead', openActions: 0, hasPlan: false });
    const planId = await aPlan(lead);
    const id = await anAction(lead, planId, { ref: '1.1', ownerId: lead.personId, dueOn: '2020-01-31' });
    await anAction(lead, planId, { ref: '1.2', accountablePersonId: lead.personId, dueText: 'Ongoing' });
    await anAction(lead, planId, { ref: '1.3' });
    expect(await lead.ask(read)).toMatchObject({ openActions: 2, updatesDue: 2, actions: [{ ref: '1.1', overdue: true, updateDue: true }, { ref: '1.2', dateUnresolved: true }] });
    await lead.ask(routes.updates.report, { params: { id }, body: { status: 'off_track', narrative: 'Stuck', pathToGreen: 'Money', decision: { what: 'Fund it', fromWhom: 'Board', neededBy: dayAfter(londonDay(new Date()), 3) } } });
    const later = await lead.ask(read);
    expect(later).toMatchObject({ updatesDue: 1, actions: [{ ref: '1.2' }, { ref: '1.1', updateDue: false, openDecisions: 1 }], decisions: [{ what: 'Fund it', ref: '1.1' }] });
    const executive = await stage.person(['executive']);
    expect(await executive.ask(read)).toMatchObject({ openActions: 0, actions: [], decisions: [{ what: 'Fund it' }] });
    expect(await (await stage.person(['executive'], 'eastvale')).ask(read)).toMatchObject({ decisions: [], hasPlan: false });
  });

  it('shows claims to those who may verify them and are no party, and what was returned or imported complete to its owner', async () => {
    const [owner, verifier, friend] = [await stage.person(['lead']), await stage.person(['executive']), await stage.person(['critical_friend'])];
    const id = await anAction(owner, await aPlan(owner), { ref: '7.1', ownerId: owner.personId });
    await owner.ask(routes.updates.report, { params: { id }, body: { status: 'complete', evidence: [{ kind: 'testimony', line: 'first', title: 'The carers’ group', words: 'They are called back the same day' }] } });
    expect((await verifier.ask(read)).verifications).toMatchObject([{ id, ref: '7.1', evidence: 1, answersMust: false }]);
    for (const one of [owner, friend]) expect((await one.ask(read)).verifications).toEqual([]);
    expect((await owner.ask(read)).actions.map((one) => one.id)).not.toContain(id);
    await verifier.ask(routes.closures.turnBack, { params: { id }, body: { reason: 'Who said so?' } });
    expect((await verifier.ask(read)).verifications).toEqual([]);
    expect((await owner.ask(read)).actions).toMatchObject([{ id, updateDue: true }]);
    await owner.ask(routes.updates.report, { params: { id }, body: { status: 'on_track' } });
    expect((await owner.ask(read)).actions).toMatchObject([{ id, updateDue: false }]);
    await stage.owner.query(`update action set status = 'complete' where id = $1`, [await anAction(owner, await aPlan(owner), { ref: '7.2', ownerId: owner.personId })]);
    expect((await owner.ask(read)).actions.map(({ ref, updateDue }) => [ref, updateDue])).toEqual([['7.2', true], ['7.1', false]]);
  });

  it('names the plans whose changes no board has seen, to those who record what boards say', async () => {
    const [lead, executive, friend] = [await stage.person(['lead'], 'eastvale'), await stage.person(['executive'], 'eastvale'), await stage.person(['critical_friend'], 'eastvale')];
    const plan = await aPlan(lead);
    const id = await anAction(lead, plan, { ref: '1.1' });
    const { id: boardId } = await lead.ask(routes.boards.add, { body: { name: 'Health and Wellbeing Board' } });
    const approve = () => lead.ask(routes.versions.approve, { params: { id: plan }, body: { boardId, approvedOn: londonDay(new Date()) } });
    await approve();
    expect((await lead.ask(read)).amendments).toEqual([]);
    const { version } = await lead.ask(routes.actions.page, { params: { id } });
    await lead.ask(routes.actions.edit, { params: { id }, body: { title: 'Another title', reason: 'The board asked for it', version } });
    for (const one of [lead, executive]) expect((await one.ask(read)).amendments).toMatchObject([{ id: plan, waiting: 1, number: 1 }]);
    expect((await friend.ask(read)).amendments).toEqual([]);
    await approve();
    expect((await lead.ask(read)).amendments).toEqual([]);
  });
});
