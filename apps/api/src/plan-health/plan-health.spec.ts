import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionPage, actionGaps, type HealthKey, healthKeys, type PlanHealth, routes } from '@followthrough/contracts';
import { balanceOf } from '@followthrough/domain';
import type { Caller } from '@followthrough/testing';
import fc from 'fast-check';
import { NORTHMOOR_CHOICES, NORTHMOOR_FILE } from '../imports/demo-choices';
import { aPlan, anAction } from '../testing/plan-builder';
import { openStage, type Stage } from '../testing/stage';
import { unbalanced } from './plan-health.sql';

const { show } = routes.planHealth;
const counts = (health: PlanHealth): Partial<Record<HealthKey, number>> => Object.fromEntries(health.items.map(({ key, count }) => [key, count]));

describe('what a plan lacks', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  const of = async (id: string) => lead.ask(show, { params: { id } });

  it('is right for the imported plan of Northmoor, item by item', async () => {
    const content = readFileSync(join(import.meta.dirname, '../database/demo', NORTHMOOR_FILE));
    const up = await lead.ask(routes.imports.upload, { file: { name: NORTHMOOR_FILE, content } });
    const chosen = await lead.ask(routes.imports.choose, { params: { id: up.id }, body: { version: up.version, ...NORTHMOOR_CHOICES } });
    await lead.ask(routes.imports.apply, { params: { id: up.id }, body: { version: chosen.version } });
    const plan = (await lead.ask(routes.plans.list)).items[0];
    const id = plan?.id ?? '';

    const actions: ActionPage[] = [];
    for (const { id: action } of (await lead.ask(routes.actions.list, { query: { plan: id } })).items) actions.push(await lead.ask(routes.actions.page, { params: { id: action } }));
    const open = actions.filter((one) => one.status !== 'complete' && one.status !== 'embedded');
    const lacking = (without: (one: ActionPage) => boolean): number => open.filter(without).length;
    const partners = new Set(actions.flatMap((one) => [one.accountableOrganisationId, ...one.contributing.map((other) => other.id)]).filter(Boolean));
    // Counted one by one from the pages of its actions …
    const independent = {
      aim: plan?.aim ? 0 : 1,
      unsigned: plan?.aim ? partners.size : 0,
      sponsor: 1,
      board: plan?.boards.length ? 0 : 1,
      meeting: 0,
      diagnosis: new Set(actions.flatMap((one) => one.findings.filter((finding) => finding.kind === 'area_for_improvement' || finding.kind === 'challenge').map((finding) => finding.id))).size,
      balance: balanceOf(actions.filter((one) => one.horizon === 'quick_win').length, actions.filter((one) => one.horizon === 'deep_rooted').length) === 'fine' ? 0 : 1,
      owner: lacking((one) => one.ownerId === null),
      organisation: lacking((one) => one.accountableOrganisationId === null),
      due: lacking((one) => one.dueOn === null && !one.dueTextKept),
      milestone: lacking((one) => one.horizon !== 'quick_win'),
      measure: lacking((one) => !one.successMeasure),
      measured: lacking((one) => one.measures.every((measure) => measure.retiredOn !== null)),
      evidence: lacking((one) => one.evidenceKind === null),
      estimate: lacking((one) => one.daysNeeded === null),
      programme: lacking((one) => one.programmes.length === 0 && !one.noProgramme),
      co_production: lacking((one) => one.coProduction.length === 0),
    };
    const health = await of(id);
    expect(counts(health)).toEqual(independent);
    // … and read from the workbook by hand: five are done; “All partners” is nobody accountable; “Ongoing” and “Spring 2027” are no dates; four say WTE, of which one has no dates to reckon days from.
    expect(health).toMatchObject({ title: 'Local system review action plan', openActions: 14, quickWins: 1, deepRooted: 0 });
    expect(counts(health)).toEqual({ aim: 1, unsigned: 0, sponsor: 1, board: 1, meeting: 0, balance: 1, diagnosis: 11, owner: 0, organisation: 1, due: 2, milestone: 14, measure: 0, measured: 14, evidence: 14, estimate: 1, programme: 14, co_production: 14 });
    // What was agreed on it since keeps the import from being undone.
    const [first, then] = actions;
    await lead.ask(routes.dependencies.add, { params: { id: then?.id ?? '' }, body: { otherId: first?.id ?? '', otherComes: 'first', kind: 'enables' } });
    await lead.ask(routes.plans.reportTo, { params: { id }, body: { name: 'Health and Wellbeing Board' } });
    const { version } = await lead.ask(routes.imports.one, { params: { id: up.id } });
    const { problem } = await lead.try(routes.imports.undo, { params: { id: up.id }, body: { version } });
    expect(problem.fields?.map((one) => one.message)).toEqual(expect.arrayContaining([`Action ${first?.ref} comes before or after another`, 'The plan is agreed: somebody signed it, sponsors it, hears it or takes a step together']));
    for (const gap of actionGaps) expect((await lead.ask(routes.actions.list, { query: { plan: id, gap } })).total).toBe(independent[gap]);
  });

  it('shrinks by one with everything that is mended', async () => {
    const council = await lead.ask(routes.organisations.add, { body: { name: 'Upper Council', kind: 'council', aliases: [] } });
    const id = await aPlan(lead);
    const bare = await anAction(lead, id, { ref: '2.10', title: 'Bare', horizon: 'quick_win' });
    const done = await anAction(lead, id, { horizon: 'deep_rooted' });
    await stage.owner.query(`update action set status = 'complete' where id = $1`, [done]);
    const first = await of(id);
    expect(first.items.map(({ key }) => key)).toEqual(healthKeys);
    expect(counts(first)).toEqual({ aim: 1, unsigned: 0, sponsor: 1, board: 1, meeting: 0, balance: 0, diagnosis: 0, owner: 1, organisation: 1, due: 1, milestone: 0, measure: 1, measured: 1, evidence: 1, estimate: 1, programme: 1, co_production: 1 });
    expect(first.items.find(({ key }) => key === 'owner')).toMatchObject({ count: 1, of: 1, cases: [{ id: bare, ref: '2.10', name: 'Bare' }] });

    await lead.ask(routes.actions.edit, { params: { id: bare }, body: { ownerId: lead.personId, accountableOrganisationId: council.id, successMeasure: 'Fewer waits', evidenceKind: 'data', daysNeeded: 3, noProgramme: true, version: 1 } });
    await lead.ask(routes.measures.add, { body: { title: 'Days until somebody is home', unit: 'days', direction: 'down', actionIds: [bare] } });
    await lead.ask(routes.actions.setDue, { params: { id: bare }, body: { dueOn: '2027-01-31' } });
    await lead.ask(routes.coProduction.add, { body: { planId: id, withWhom: 'Carers', what: 'Read it', happensOn: '2027-01-01' } });
    await lead.ask(routes.plans.edit, { params: { id }, body: { aim: 'Home sooner', version: 1 } });
    await lead.ask(routes.plans.addSponsor, { params: { id }, body: { organisationId: council.id, role: 'Leader' } });
    const { boards } = await lead.ask(routes.plans.reportTo, { params: { id }, body: { name: 'Place Board' } });
    const second = await of(id);
    expect(counts(second)).toEqual({ ...Object.fromEntries(healthKeys.map((key) => [key, 0])), unsigned: 1, meeting: 1 });
    expect(second.items.find(({ key }) => key === 'unsigned')).toMatchObject({ of: 1, cases: [{ id: council.id, ref: null, name: 'Upper Council' }] });
    await lead.ask(routes.boards.addMeeting, { params: { id: boards[0]?.id ?? '' }, body: { heldOn: '2090-01-01' } });
    await lead.ask(routes.plans.sign, { params: { id }, body: { organisationId: council.id, signedBy: 'Ruth Penhale', role: 'Leader', signedOn: '2026-01-31', version: 2 } });
    expect(Object.values(counts(await of(id))).every((count) => count === 0)).toBe(true);
  });

  it('weighs quick wins against deep-rooted work as the domain does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(40), fc.nat(40), async (wins, roots) => {
        const { rows } = await stage.owner.query<{ off: number }>(`select ${unbalanced(String(wins), String(roots))} as off`);
        expect(rows[0]?.off === 0).toBe(balanceOf(wins, roots) === 'fine');
      }),
    );
  });

  it('is read by those who read the plan, and of another locality by nobody', async () => {
    const id = await aPlan(lead);
    expect((await (await stage.person(['expert'])).ask(show, { params: { id } })).openActions).toBe(0);
    expect((await (await stage.person(['lead'], 'eastvale')).try(show, { params: { id } })).problem.code).toBe('not_found');
  });
});
