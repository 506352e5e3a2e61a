import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre, until } from './harness';

const password = 'velvet thunder biscuit';

describe('accounts', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ demo: true });
  });
  afterAll(() => theatre.close());

  it('lets an administrator invite a critical friend, who accepts from the mail and signs in', async () => {
    const { page, caller } = await theatre.person(['administrator']);
    await caller.ask(routes.organisations.add, { body: { name: 'Peer review network', kind: 'other', aliases: [] } });
    await page.goto('/northmoor/people');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Pia Lund');
    await page.getByLabel('E-mail address').fill('pia@friends.example');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Choose at least one role').waitFor();
    await shots(page, 'people-invite');
    await page.getByLabel('Critical friend').check();
    await page.locator('ft-invitation-form').getByLabel('Organisation').selectOption('Peer review network');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Pia Lund invited.').waitFor();
    await page.getByRole('row', { name: /Pia Lund/ }).getByText('Invited').waitFor();
    await shots(page, 'people-list');

    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByText('invites you to Northmoor on Followthrough').first().click();
    const link = (await page.locator('.ft-mail a').first().getAttribute('href')) ?? '';
    await shots(page, 'settings');

    const friend = await theatre.nobody();
    await friend.goto(link);
    await friend.getByRole('heading', { name: 'Welcome to Northmoor' }).waitFor();
    await friend.getByLabel('Password', { exact: true }).fill('password12345');
    await friend.getByRole('button', { name: 'Open my account' }).click();
    await friend.getByText('That password is easy to guess').waitFor();
    await shots(friend, 'invitation');
    await friend.getByLabel('Password', { exact: true }).fill(password);
    await friend.getByRole('button', { name: 'Open my account' }).click();
    await friend.getByRole('navigation', { name: 'Screens' }).waitFor();
    await friend.getByRole('button', { name: 'Signed in as: Pia Lund' }).click();
    await friend.getByRole('button', { name: 'Sign out' }).click();
    await friend.getByRole('heading', { name: 'Sign in' }).waitFor();
    await friend.getByLabel('E-mail address').fill('pia@friends.example');
    await friend.getByLabel('Password').fill(password);
    await friend.keyboard.press('Enter');
    await friend.getByRole('navigation', { name: 'Screens' }).waitFor();
    // What a critical friend may not do has no button.
    await friend.getByRole('link', { name: 'People' }).click();
    await friend.getByRole('row', { name: /Pia Lund/ }).getByText('Can sign in').waitFor();
    expect(await friend.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
    // The link is used.
    await friend.goto(link);
    await friend.getByText('That link has been used, taken back or has run out.').waitFor();
    await shots(friend, 'invitation-used');
  });

  it('lets a person reset a forgotten password by mail', async () => {
    const { email } = await theatre.stage.account('Gil Bay');
    const page = await theatre.nobody();
    await page.goto('/northmoor/organisations');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('not what it was');
    await page.keyboard.press('Enter');
    await page.getByText('The e-mail address or password is not right').waitFor();
    await shots(page, 'sign-in');
    await page.getByRole('link', { name: 'I have forgotten my password' }).click();
    await page.getByRole('heading', { name: 'Forgotten password' }).waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await shots(page, 'forgotten');
    await page.getByRole('button', { name: 'Send the mail' }).click();
    await page.getByText('a mail is on its way').waitFor();
    await shots(page, 'forgotten-sent');
    const { rows } = await theatre.stage.owner.query<{ body: string }>('select body from kernel.outbox where recipient = $1', [email]);
    await page.goto(/https?:\S+/.exec(rows[0]?.body ?? '')?.[0] ?? '');
    await page.getByLabel('New password').fill(password);
    await shots(page, 'reset');
    await page.getByRole('button', { name: 'Set it' }).click();
    await page.getByText('Your new password is set.').waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  });

  it('lets a person sign another browser out at once, and change their password', async () => {
    const account = await theatre.stage.account('Eve Yew');
    const enter = async () => {
      const page = await theatre.nobody();
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill(account.email);
      await page.getByLabel('Password').fill(account.password);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: 'Screens' }).waitFor();
      return page;
    };
    const lost = await enter();
    const here = await enter();
    await here.getByRole('button', { name: 'Signed in as: Eve Yew' }).click();
    await here.getByRole('link', { name: 'My account' }).click();
    await here.getByRole('button', { name: 'Sign out Chrome on Linux' }).first().waitFor();
    await shots(here, 'my-account');
    await here.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await here.getByText('You are signed out everywhere else.').waitFor();
    await until(async () => expect(await here.getByRole('rowheader').count()).toBe(1));
    await lost.getByRole('link', { name: 'People' }).click();
    await lost.getByRole('heading', { name: 'Sign in' }).waitFor();

    await here.getByLabel('Current password').fill('not what it is');
    await here.getByLabel('New password').fill(password);
    await here.getByRole('button', { name: 'Change it' }).click();
    await here.getByText('The password that you have now is not right').waitFor();
    await here.getByLabel('Current password').fill(account.password);
    await here.getByRole('button', { name: 'Change it' }).click();
    await here.getByText('Your password is changed.').waitFor();
  });

  it('lets an administrator change roles and end access, but not their own last one', async () => {
    const { page, caller } = await theatre.person(['administrator'], { locality: 'eastvale' });
    const lead = await theatre.stage.person(['lead'], 'eastvale');
    await page.goto('/eastvale/people');
    const row = page.getByRole('row', { name: /^Test lead/ });
    await row.getByRole('button', { name: 'Access of Test lead' }).click();
    await page.locator('ft-access-form').getByLabel('Executive').check();
    await shots(page, 'people-access');
    await page.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Locality lead, Executive').waitFor();
    await row.getByRole('button', { name: 'Access of Test lead' }).click();
    await page.getByRole('button', { name: 'End access now' }).click();
    await row.getByText('Access ended').waitFor();
    expect((await lead.try(routes.people.list)).problem.code).toBe('not_found');
    await page.getByRole('button', { name: 'Access of Test administrator' }).click();
    await page.getByRole('button', { name: 'End access now' }).click();
    await page.getByText('This is the last programme administrator here').waitFor();
    expect((await caller.try(routes.people.list)).status).toBe(200);
  });

  it('lets an administrator name the locality and choose a colour that can be read', async () => {
    const { page } = await theatre.person(['administrator'], { locality: 'eastvale' });
    await page.goto('/eastvale/settings');
    await page.getByLabel('Name', { exact: true }).fill('Eastvale and Coast');
    await page.getByLabel('Accent colour').fill('#ffeb3b');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Accent colour is too light to read on white').waitFor();
    await page.getByLabel('Accent colour').fill('#5b2a86');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('The locality is saved.').waitFor();
    expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--accent'))).toBe('#5b2a86');
    await page.getByRole('button', { name: /^Edit/ }).first().click();
    await page.getByLabel('Word', { exact: true }).fill('Not begun');
    await shots(page, 'settings-words');
    await page.locator('ft-status-word-form').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('rowheader', { name: 'Not begun' }).waitFor();
  });
});
