import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Page } from 'playwright-core';
import { aCadence } from '../../api/src/testing/cycle-builder';
import { aPlan } from '../../api/src/testing/plan-builder';
import { openTheatre, shots, type Theatre } from './harness';

const today = londonDay(new Date());

describe('the timeline and the health of a plan as at a moment that has been', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** What is drawn, and what it says to who hears it. */
  async function seen(page: Page, address: string): Promise<{ readonly bars: readonly string[]; readonly says: readonly (string | null)[]; readonly table: string }> {
    await page.goto(address);
    await page.locator('.ft-time__bar').first().waitFor();
    const bars = await page.locator('.ft-time__row .ft-time__bar').evaluateAll((all) => all.map((bar) => `${bar.getAttribute('x')} ${bar.getAttribute('width')}`));
    const says = await page.locator('.ft-time__name a').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    await page.goto(`${address}&as=table`);
    await page.locator('.ft-time-table').waitFor();
    return { bars, says, table: await page.locator('.ft-time-table').innerText() };
  }

  it('stays as it was at a published report while everything changes, and has nothing to move', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { planId, cycleId, open } = await aCadence(caller, { title: 'Drawn plan' });
    const elsewhere = await aPlan(caller, { title: 'Drawn elsewhere' });
    const action = async (plan: string, ref: string, title: string, startOn: string, dueOn: string) => (await caller.ask(routes.actions.add, { body: { planId: plan, ref, title, horizon: 'medium', startOn, dueOn, theme: 'Flow' } })).id;
    const one = await action(planId, 'D1', 'Posts approved and advertised', dayAfter(today, -40), dayAfter(today, -6));
    const two = await action(planId, 'D2', 'Trusted assessors at both hospital sites', dayAfter(today, -10), dayAfter(today, 50));
    const far = await action(elsewhere, 'D3', 'One contract for home care', dayAfter(today, 20), dayAfter(today, 90));
    for (const [id, otherId] of [[two, one], [far, two]] as const) await caller.ask(routes.dependencies.add, { params: { id }, body: { otherId, otherComes: 'first', kind: 'blocks' } });
    await caller.ask(routes.actions.moveDue, { params: { id: two }, body: { dueOn: dayAfter(today, 60), reason: 'capacity', agreedBy: 'Delivery board' } });
    await caller.ask(routes.milestones.add, { params: { id: two }, body: { title: 'Everybody in post', dueOn: dayAfter(today, -2) } });
    await caller.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await caller.ask(routes.cycles.publish, { params: { id: cycleId } });

    // From the timeline of now to the report's, by the chooser.
    await page.goto(`/northmoor/plan/timeline?plan=${planId}`);
    await page.locator('.ft-time__bar').first().waitFor();
    await page.getByText('As at…').click();
    await page.getByRole('link', { name: `The ${open.name} report` }).click();
    await page.getByText('rebuilt from the history, as it stood at the moment when the report was frozen').waitFor();
    await page.locator('.ft-time__bar').first().waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe(cycleId);
    await page.getByRole('link', { name: /^D2 Trusted/ }).focus();
    await shots(page, 'as-at-timeline');
    // No key and no button moves anything.
    await page.keyboard.press('Alt+ArrowRight');
    expect(await page.getByRole('dialog').count()).toBe(0);
    for (const name of [/Move/, /Give it/, /^Filters/]) expect(await page.locator('ft-timeline-screen').getByRole('button', { name }).count()).toBe(0);

    const address = `/northmoor/plan/timeline?plan=${planId}&group=theme&at=${cycleId}`;
    const before = await seen(page, address);
    expect(before.says).toHaveLength(3);
    expect(before.says[1]).toContain('moved once from');
    expect(before.table).toContain('Everybody in post');
    await shots(page, 'as-at-timeline-table');

    await caller.ask(routes.actions.moveDue, { params: { id: two }, body: { dueOn: dayAfter(today, 200), reason: 'scope', agreedBy: 'Delivery board' } });
    await caller.ask(routes.actions.withdraw, { params: { id: one }, body: { reason: 'Covered elsewhere' } });
    await theatre.stage.owner.query(`update milestone set title = 'Quite another thing' where action_id = $1`, [two]);
    await action(planId, 'D4', 'Came later', today, dayAfter(today, 400));
    expect(await seen(page, address)).toEqual(before);

    // A link leads to the action of the same moment, and what the moment cannot answer is named.
    await page.goto(`${address}&gap=owner&text=assessors`);
    await page.getByText('Left out, because a past moment does not know it: what is missing.').waitFor();
    await page.getByText('1 action that matched').waitFor();
    await page.getByRole('link', { name: /^D2 Trusted/ }).click();
    await page.getByRole('heading', { name: /Trusted assessors/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe(cycleId);

    // Of the time before the record there is nothing, and it says so.
    await page.goto(`/northmoor/plan/timeline?plan=${planId}&at=2019-05-01`);
    await page.getByText('Nothing is known of that moment').waitFor();
    await page.goto(`/northmoor/plan/timeline?plan=${planId}&at=${today}`);
    await page.getByRole('link', { name: 'Back to now' }).click();
    await page.getByRole('link', { name: /Came later/ }).first().waitFor();
  });

  it('say what the plan lacked at a report, with the actions of that moment and nothing to mend', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { planId, cycleId, actionId } = await aCadence(caller, { title: 'Lacking plan' });
    await caller.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await caller.ask(routes.cycles.publish, { params: { id: cycleId } });
    await page.goto(`/northmoor/plan/health?plan=${planId}&at=${cycleId}`);
    await page.getByText('Aims, signatures and boards are not frozen with a report').waitFor();
    await page.getByText('Cannot do without').waitFor();
    const before = await page.locator('.ft-health').allInnerTexts();
    await shots(page, 'as-at-health');
    expect(await page.getByRole('link', { name: /in the plan|^Say the aim|^Name a sponsor/ }).count()).toBe(0);
    const { version } = await caller.ask(routes.plans.page, { params: { id: planId } });
    await caller.ask(routes.plans.edit, { params: { id: planId }, body: { aim: 'Home sooner', version } });
    await caller.ask(routes.actions.edit, { params: { id: actionId }, body: { title: 'Quite another thing', version: (await caller.ask(routes.actions.page, { params: { id: actionId } })).version } });
    await page.reload();
    await page.getByText('Cannot do without').waitFor();
    expect(await page.locator('.ft-health').allInnerTexts()).toEqual(before);
    await page.locator('.ft-health__cases a').first().click();
    await page.locator('ft-past-action').waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe(cycleId);
  });
});
