import { routes } from '@followthrough/contracts';
import { dayAfter, londonDay } from '@followthrough/domain';
import type { Locator, Page } from 'playwright-core';
import { aCadence } from '../../api/src/testing/cycle-builder';
import { aPlan } from '../../api/src/testing/plan-builder';
import { field, openTheatre, shots, type Theatre } from './harness';

const today = londonDay(new Date());

describe('findings and the ladder as at a moment that has been', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  /** A finding with its diagnosis, causes and actions, a report that is published, and then everything changes. */
  async function arranged(prefix: string) {
    const one = await theatre.person(['lead']);
    const { caller } = one;
    const framework = (await caller.ask(routes.frameworks.list)).items[0];
    const review = await caller.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: `${prefix} joint review`, publishedOn: '2026-03-20' } });
    const criterionIds = framework?.criteria.slice(0, 2).map(({ id }) => id) ?? [];
    const add = (ref: string, quotation: string) => caller.ask(routes.findings.add, { body: { reviewId: review.id, ref, quotation, page: '12', kind: 'challenge', force: 'must', themes: ['Flow'], criterionIds } });
    const waits = await add(`${prefix} 3.1`, 'People wait too long in hospital for care at home to begin, and nobody holds the whole list.');
    const gaps = await add(`${prefix} 3.2`, 'Community beds stand empty while people wait for them.');
    await caller.ask(routes.findings.confirm, { body: { findings: [{ id: waits.id, version: 1 }] } });

    const { planId, cycleId, open } = await aCadence(caller, { title: `${prefix} plan` });
    const elsewhere = await aPlan(caller, { title: `${prefix} workforce` });
    const action = (plan: string, ref: string, title: string, horizon: 'quick_win' | 'deep_rooted', dueOn: string) => caller.ask(routes.actions.add, { body: { planId: plan, ref, title, horizon, dueOn, ownerId: caller.personId } });
    const list = await action(planId, `${prefix} 1.1`, 'One discharge list for all', 'quick_win', dayAfter(today, -60));
    const hub = await action(planId, `${prefix} 1.2`, 'One team that decides on care at home', 'deep_rooted', '2090-01-31');
    const hire = await action(elsewhere, `${prefix} 7.1`, 'Hire four trusted assessors', 'quick_win', '2090-03-31');
    await caller.ask(routes.dependencies.add, { params: { id: hub.id }, body: { otherId: list.id, otherComes: 'first', kind: 'enables' } });
    for (const { id: actionId } of [list, hire]) await caller.ask(routes.findings.link, { params: { id: waits.id }, body: { actionId } });

    const at = { params: { id: waits.id } };
    await caller.ask(routes.diagnoses.begin, { ...at, body: { symptom: 'Families are told “tomorrow” five days running.' } });
    const begun = await caller.ask(routes.diagnoses.nameCause, { ...at, body: { text: `${prefix}: nobody owns the list of who waits` } });
    const cause = begun.causes[0]?.id ?? '';
    await caller.ask(routes.diagnoses.addWhy, { params: { id: begun.diagnosis?.id ?? '' }, body: { text: 'Each organisation keeps a list of its own.' } });
    await caller.ask(routes.diagnoses.edit, { params: { id: begun.diagnosis?.id ?? '' }, body: { rootCauseId: cause, deepRooted: true, version: begun.diagnosis?.version ?? 1 } });
    await caller.ask(routes.causes.link, { params: { id: cause }, body: { actionId: hub.id } });
    await caller.ask(routes.cycles.freeze, { params: { id: cycleId } });
    await caller.ask(routes.cycles.publish, { params: { id: cycleId } });

    const change = async (): Promise<void> => {
      const { version } = await caller.ask(routes.findings.page, at);
      await caller.ask(routes.findings.edit, { ...at, body: { ref: `${prefix} 9.9`, kind: 'area_for_improvement', force: 'should', themes: ['Care at home'], removeCriteria: criterionIds, version } });
      await caller.ask(routes.findings.withdraw, { params: { id: gaps.id } });
      for (const { id } of [list, hire]) await caller.ask(routes.findings.unlink, { params: { ...at.params, action: id }, body: { reason: 'It answers another finding' } });
      await caller.ask(routes.causes.unlink, { params: { id: cause, action: hub.id } });
      const tree = await caller.ask(routes.causes.list);
      await caller.ask(routes.causes.edit, { params: { id: cause }, body: { text: `${prefix}: the list has no purpose`, version: tree.causes.find((each) => each.id === cause)?.version ?? 1 } });
      const then = await caller.ask(routes.diagnoses.page, at);
      await caller.ask(routes.diagnoses.removeWhy, { params: { id: then.whys[0]?.id ?? '' } });
      await caller.ask(routes.actions.edit, { params: { id: list.id }, body: { title: 'Quite another thing', version: (await caller.ask(routes.actions.page, { params: { id: list.id } })).version } });
      for (const { dependencyId } of (await caller.ask(routes.actions.page, { params: { id: hub.id } })).waitsFor) await caller.ask(routes.dependencies.drop, { params: { id: hub.id, dependency: dependencyId } });
      await add(`${prefix} 4.0`, 'Came later.');
    };
    return { ...one, planId, cycleId, name: open.name, waits, cause, list, hire, change };
  }

  const nothingToEdit = async (main: Locator): Promise<void> => {
    for (const edit of [/^Edit/, /^Add/, /Link/, /Unlink/, /: confirm$/, /Withdraw/, /Begin/, /Open it again/, /agreed$/, /Only quick/, /Remove/, /Move/]) expect({ edit: String(edit), many: await main.getByRole('button', { name: edit }).or(main.getByRole('link', { name: edit })).count() }).toEqual({ edit: String(edit), many: 0 });
  };

  /** Each screen of the moment by its name: its text once it is there. */
  async function seen(page: Page, screens: Readonly<Record<string, readonly [address: string, tag: string, shows: string]>>, at: string, picture?: string): Promise<Readonly<Record<string, string>>> {
    const texts: Record<string, string> = {};
    for (const [name, [address, tag, shows]] of Object.entries(screens)) {
      await page.goto(`/northmoor/${address}${address.includes('?') ? '&' : '?'}at=${at}`);
      await page.locator(tag).getByText(shows).first().waitFor();
      await page.locator('ft-as-at-banner').waitFor();
      if (name === 'findings') await page.getByText('Where they fall: by criterion and kind').click();
      if (picture) await shots(page, `${picture}-${name}`);
      await nothingToEdit(page.locator(tag));
      texts[name] = await page.locator(tag).innerText();
    }
    return texts;
  }

  it('stay as they were at a published report while everything changes, have nothing to edit, and lead to one another', async () => {
    const { page, planId, cycleId, name, waits, list, change } = await arranged('Rep');
    await page.goto('/northmoor/findings');
    await page.getByText('As at…').click();
    await page.getByRole('link', { name: `The ${name} report` }).first().waitFor();
    await shots(page, 'as-at-findings-chooser');
    const screens = {
      findings: ['findings', 'ft-findings', 'Rep 3.1'],
      finding: [`findings/${waits.id}`, 'ft-past-finding', 'One discharge list for all'],
      diagnosis: [`findings/${waits.id}/diagnosis`, 'ft-diagnosis-screen', 'Each organisation keeps a list of its own.'],
      causes: ['causes', 'ft-causes', 'Rep: nobody owns the list of who waits'],
      ladder: [`plan/ladder?plan=${planId}`, 'ft-ladder-screen', 'One team that decides on care at home'],
    } as const;
    const before = await seen(page, screens, cycleId, 'as-at');
    for (const text of Object.values(before)) expect(text).toContain('rebuilt from the history, as it stood at the moment when the report was frozen');

    // From the list to the finding, its diagnosis and an action, all of the same moment. Of another plan's action a report has no page.
    await page.goto(`/northmoor/findings?at=${cycleId}`);
    await page.getByRole('link', { name: /People wait too long/ }).click();
    await page.getByRole('heading', { name: 'Actions that answered it' }).waitFor();
    expect(await page.getByText('Hire four trusted assessors').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Hire four trusted assessors' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Open the diagnosis' }).click();
    await page.getByRole('link', { name: 'Rep: nobody owns the list of who waits' }).click();
    await page.getByRole('heading', { name: 'From cause to action' }).waitFor();
    await page.getByRole('link', { name: /One team that decides on care at home/ }).first().click();
    await page.getByText('As at the').waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe(cycleId);

    // From the plan of the moment to its ladder.
    await page.goto(`/northmoor/plan?at=${cycleId}`);
    await page.getByRole('link', { name: 'Ladder', exact: true }).click();
    await page.getByRole('heading', { name: 'Rep 1.2 One team that decides on care at home' }).waitFor();
    expect([...new URL(page.url()).searchParams].sort()).toEqual([['at', cycleId], ['plan', planId]]);

    await change();
    expect(await seen(page, screens, cycleId)).toEqual(before);
    await page.goto(`/northmoor/findings/${waits.id}?at=${cycleId}`);
    await page.getByRole('link', { name: 'Back to now' }).click();
    await page.getByRole('heading', { name: 'Finding Rep 9.9' }).waitFor();
    await page.goto(`/northmoor/actions/${list.id}`);
    await page.getByRole('heading', { name: /Quite another thing/ }).waitFor();
  });

  it('are chosen as a day, from which every link leads to that day', async () => {
    const { page, waits, change } = await arranged('Day');
    // As if all of it had been a week ago.
    await theatre.stage.owner.query('alter table audit disable trigger user');
    await theatre.stage.owner.query(`update audit set at = at - interval '7 days'`);
    await theatre.stage.owner.query('alter table audit enable trigger user');
    await change();
    const day = dayAfter(today, -2);
    await page.goto(`/northmoor/findings/${waits.id}`);
    await page.getByRole('heading', { name: 'Finding Day 9.9' }).waitFor();
    await page.getByText('As at…').click();
    await field(page, 'As a day ended').fill(`${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`);
    await page.getByRole('button', { name: 'Show that day' }).click();
    await page.getByRole('heading', { name: 'Finding Day 3.1' }).waitFor();
    await shots(page, 'as-at-finding-day');
    // Of a day every plan's actions are known.
    await page.getByRole('link', { name: 'Hire four trusted assessors' }).click();
    await page.getByText('Rebuilt from the history.').waitFor();
    await page.goto(`/northmoor/findings?at=${day}`);
    await page.getByRole('link', { name: /Community beds stand empty/ }).first().waitFor();
    await page.getByRole('link', { name: /findings? with no action/ }).click();
    await page.getByRole('button', { name: /With no action/, pressed: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe(day);
    await page.goto(`/northmoor/findings/${waits.id}?at=2020-03-03`);
    await page.getByText('This finding was not there at that moment').waitFor();
    await shots(page, 'as-at-finding-before');
    await page.goto('/northmoor/findings?at=2020-03-03');
    await page.getByText('Nothing is known of that moment').waitFor();
    await shots(page, 'as-at-findings-before');
    await page.goto('/northmoor/causes?at=2020-03-03');
    await page.getByText('Nothing is known of that moment').waitFor();
    await page.goto('/northmoor/plan/ladder?at=2020-03-03');
    await page.getByText('Nothing is known of that moment').waitFor();
    await page.goto(`/northmoor/findings?at=${today}`);
    await page.getByText('Choose a day that is over: today is not yet').waitFor();
    await shots(page, 'as-at-findings-refused');
  });
});
