import { organisationRoutes, routes } from '@followthrough/contracts';
import { aPlan, anAction } from '../../api/src/testing/plan-builder';
import { openTheatre, shots, type Theatre, until } from './harness';

describe('the frame', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('takes somebody who is not signed in to the sign-in page and back to where they wanted to be', async () => {
    const page = await theatre.nobody();
    const { email, password } = await theatre.stage.account('Amina Patel', ['lead']);
    await page.goto('/northmoor/organisations?find=trust');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/northmoor/organisations?find=trust');
    await page.getByRole('button', { name: 'Signed in as: Amina Patel' }).waitFor();
  });

  it('goes to any screen by a few letters, and lists its keys', async () => {
    const { page } = await theatre.person(['lead']);
    await page.goto('/northmoor/nowhere');
    await page.getByText('There is nothing here').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await shots(page, 'keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Go to' }).waitFor();
    await page.keyboard.type('organi');
    await page.getByRole('option', { name: 'Organisations' }).waitFor();
    await shots(page, 'palette');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/northmoor/organisations');
    // The new screen starts at its heading.
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.keyboard.press('/');
    expect(await page.getByLabel('Search by ref or words').evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('shows nothing of a locality that one does not belong to', async () => {
    const { page } = await theatre.person(['lead'], { size: 'phone' });
    await page.goto('/eastvale/organisations');
    await page.getByText('There is nothing here, or it is not yours to see').waitFor();
    await shots(page, 'not-found');
    await page.getByRole('link', { name: 'start from your first page' }).click();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Organisations' }).waitFor();
    await shots(page, 'menu');
  });

  it('offers no deed that a role may not do', async () => {
    const { page } = await theatre.person(['expert']);
    await page.goto('/northmoor/organisations');
    await page.getByText('A locality lead adds them.').waitFor();
    expect(await page.getByRole('button', { name: 'Add an organisation' }).count()).toBe(0);
  });

  it('welcomes a visitor, who may see nothing else yet', async () => {
    const { page } = await theatre.person(['visitor']);
    await page.goto('/northmoor');
    await page.getByText('Nothing is published for visitors yet').waitFor();
    expect(await page.getByLabel('Search by ref or words').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
    await shots(page, 'visitor');
  });

  it('keeps what was typed when the session ends meanwhile, and signs in over the screen', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const { email, password } = await theatre.stage.account('Ben Archer', ['lead']);
    await theatre.stage.owner.query(`update identity.session set "userId" = (select id from identity."user" where email = $1) where "userId" = (select user_id from membership where person_id = $2)`, [email, caller.personId]);
    await page.goto('/northmoor/organisations?open=new');
    await page.getByLabel('Name', { exact: true }).fill('Northmoor Council');
    await page.getByLabel('Kind').selectOption('council');
    await theatre.stage.owner.query('delete from identity.session');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('Password').waitFor();
    await shots(page, 'sign-in-again');
    await until(async () => expect(await dialog.getByLabel('E-mail address').inputValue()).toBe(email));
    await dialog.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Northmoor Council' }).waitFor();
  });

  it('takes somebody with two localities from one to the other, each with its own rows, and a colleague’s link to either opens', async () => {
    const { page, caller } = await theatre.person(['lead']);
    const there = await theatre.stage.also(caller, ['executive'], 'eastvale');
    const lead = await theatre.stage.person(['lead'], 'eastvale');
    await caller.ask(organisationRoutes.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } });
    await lead.ask(organisationRoutes.add, { body: { name: 'Eastvale Council', kind: 'council', aliases: [] } });
    await page.goto('/northmoor/organisations?find=moor');
    await page.getByRole('rowheader', { name: 'Moor Valley NHS FT' }).waitFor();
    const switchTo = async (from: string, to: string): Promise<void> => {
      await page.getByRole('button', { name: `Locality: ${from}` }).click();
      if (to === 'Eastvale') await shots(page, 'switcher');
      await page.getByRole('link', { name: to, exact: true }).click();
    };
    await switchTo('Northmoor', 'Eastvale');
    // The same screen, without what was looked for: the words were of the other place.
    await page.waitForURL((url) => url.pathname === '/eastvale/organisations' && url.search === '');
    await page.getByRole('rowheader', { name: 'Eastvale Council' }).waitFor();
    expect(await page.getByText('Moor Valley NHS FT').count()).toBe(0);
    // There they are an executive, who keeps no organisations.
    expect(await page.getByRole('button', { name: 'Add an organisation' }).count()).toBe(0);
    await page.goto('/eastvale/chases');
    await switchTo('Eastvale', 'Northmoor');
    await page.waitForURL('**/northmoor/chases');
    await switchTo('Northmoor', 'Eastvale');
    // An executive chases nobody: they start at their first screen there.
    await page.waitForURL('**/eastvale/dashboard');

    const plan = await aPlan(lead);
    const id = await anAction(lead, plan, { ref: '4.4', title: 'Only in Eastvale' });
    await page.goto(`/eastvale/actions/${id}`);
    await page.getByRole('heading', { name: '4.4 Only in Eastvale' }).waitFor();
    expect((await caller.try(routes.actions.page, { params: { id } })).problem.code).toBe('not_found');
    expect((await there.ask(routes.actions.page, { params: { id } })).ref).toBe('4.4');
    await page.goto(`/northmoor/actions/${id}`);
    await page.getByText('Only in Eastvale').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Locality: Northmoor' }).waitFor();
    await page.getByRole('alert').waitFor();
  });
});
