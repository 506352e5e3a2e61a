import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Role } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import type { Env } from '../../api/src/env';
import { openStage, type Stage } from '../../api/src/testing/stage';

const root = join(import.meta.dirname, '../../..');
const webRoot = join(root, 'dist/apps/web');
const pictures = join(root, '.data/screenshots');
const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 }, zoom: { width: 320, height: 640 } } as const;
export type Size = keyof typeof sizes;

/** How long a story waits for what must come, in milliseconds: two stories share two cores. */
const PATIENCE = 20_000;

/**
 * How long a click holds the button down, in milliseconds. `PRESS=50 npm test -- apps/web-e2e` finds what moves away under a
 * pointer; not always, since on a busy machine a screen that has just come may still scroll to its top.
 */
const PRESS = Number(process.env['PRESS'] ?? 0);

/** The real server with the built web app, and a real browser in front of it. One per story file. */
export interface Theatre {
  readonly stage: Stage;
  readonly address: string;
  /** Somebody with these roles, signed in, at a browser of their own. `caller` is the same person at the API, to arrange things. */
  person(roles: readonly Role[], more?: { readonly locality?: string; readonly size?: Size; readonly organisationId?: string }): Promise<{ readonly page: Page; readonly caller: Caller }>;
  /** Nobody: a browser that is not signed in. */
  nobody(size?: Size): Promise<Page>;
  /** Closes all, and fails when a page said anything was wrong: an error, or something the content policy refused. */
  close(): Promise<void>;
}

/** `more` of the server's environment, such as `demo`. */
export async function openTheatre(more: Partial<Env> = {}): Promise<Theatre> {
  if (!existsSync(join(webRoot, 'index.html'))) throw new Error('The web app is not built: run the stories with `npm test -- apps/web-e2e`.');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const stage = await openStage({ webRoot, publicUrl: address, port, ...more });
  await stage.app.listen(port, '127.0.0.1');
  const browser = await open();
  const wrongs: string[] = [];
  const contexts: BrowserContext[] = [];
  const at = async (size: Size, cookie: string | null): Promise<Page> => {
    const context = await browser.newContext({ viewport: sizes[size], baseURL: address, locale: 'en-GB', timezoneId: 'Europe/London', reducedMotion: 'reduce' });
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    if (cookie) await context.addCookies([{ name: cookie.slice(0, cookie.indexOf('=')), value: cookie.slice(cookie.indexOf('=') + 1), url: address, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    settleAfterClicks(page);
    page.on('pageerror', (error) => wrongs.push(`${page.url()}: ${error.stack ?? error.message}`));
    // The browser reports every 4xx as an error too; the stories meet those on purpose.
    page.on('console', (said) => {
      if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) wrongs.push(`${page.url()}: ${said.text()}`);
    });
    return page;
  };
  return {
    stage,
    address,
    person: async (roles, { locality = 'northmoor', size = 'desktop', organisationId } = {}) => {
      const caller = await stage.person(roles, locality, organisationId);
      return { caller, page: await at(size, caller.cookie) };
    },
    nobody: (size = 'desktop') => at(size, null),
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await stage.close();
      if (wrongs.length > 0) throw new Error(`The browser said that something was wrong:\n${[...new Set(wrongs)].join('\n')}`);
    },
  };
}

/** What one types into under this label: not the button that opens it, which is named after it and still there for a moment. */
export const field = (page: Page, label: string): Locator => page.getByLabel(label).and(page.locator('input, textarea, select'));

/**
 * Makes every click of a page's locators wait until the screen was drawn again: what is typed next goes into the form that
 * the click opened, never into one that is about to be replaced. Angular draws in a timer set by the click; ours comes after it.
 */
function settleAfterClicks(page: Page): void {
  const locators = Object.getPrototypeOf(page.locator('body')) as { click: Locator['click']; settles?: true };
  if (locators.settles) return;
  const click = locators.click;
  locators.settles = true;
  locators.click = async function (this: Locator, said?: Parameters<Locator['click']>[0]): Promise<void> {
    await click.call(this, { delay: PRESS, ...said });
    // A click that leaves the page takes the timer with it.
    await this.page().evaluate(() => new Promise((drawn) => setTimeout(drawn))).catch(() => undefined);
  };
}

/** Looks again until what is claimed is so: a click returns before its screen does. When patience ends, the claim's own failure. */
export async function until(claim: () => Promise<void>): Promise<void> {
  for (const since = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await claim();
    } catch (failure) {
      if (Date.now() - since > PATIENCE) throw failure;
    }
  }
}

/** Fails on anything that axe finds on the page as it is now. */
export async function axe(page: Page): Promise<void> {
  // All rules; only what is wrong is gathered, which takes half the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze();
  if (violations.length === 0) return;
  throw new Error(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`).join('\n')}`).join('\n'));
}

/** Pictures at a desk, on a phone and at 400 % zoom, in `.data/screenshots`; axe looks at each. Refuses a page that scrolls sideways. */
export async function shots(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(150);
    await page.screenshot({ path: join(pictures, `${name}-${size}.png`), fullPage: true });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 1) throw new Error(`${name} is ${over} px wider than a ${size} of ${viewport.width} px`);
    await axe(page);
  }
  if (before) await page.setViewportSize(before);
}

function open(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('The stories need Chromium: install it, or set CHROMIUM to its program.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--lang=en-GB', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'], env: { ...process.env, HOME: tmpdir() } as Record<string, string> });
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
