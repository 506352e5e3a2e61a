// The timeline of five hundred actions in a real browser: how long until it is drawn, and what every frame costs while somebody
// scrolls down, back up and along it. The browser's own trace says which frames it dropped.
import { randomUUID } from 'node:crypto';
import { cpus, loadavg, tmpdir } from 'node:os';
import { chromium as browsers } from 'playwright-core';
import { chromium } from '../chromium.mjs';
import { quantile } from './client.mjs';

const ACTIONS = 500;
const TITLE = 'Timeline of five hundred';
const VIEW = { width: 1440, height: 900 };
/** Pulls over the picture, in pixels. */
const WAYS = { down: { yDistance: -9_000 }, up: { yDistance: 9_000 }, along: { xDistance: -1_200 }, back: { xDistance: 1_200 } };
/** Pixels a second: a quick pull on a wheel, and faster than anybody reads. */
const SPEED = 2_400;

/** Makes the plan once: bars of all lengths, milestones, chains of eight, and a helping hand here and there. Triggers are off, as for the rest of the set. */
async function planned(owner, place) {
  const { rows } = await owner.query('select id from plan where locality_id = $1 and title = $2', [place, TITLE]);
  if (rows[0]) return rows[0].id;
  const plan = randomUUID();
  await owner.query('set session_replication_role = replica');
  await owner.query('insert into plan (locality_id, id, title) values ($1, $2, $3)', [place, plan, TITLE]);
  await owner.query(
    `insert into action (locality_id, plan_id, ref, title, horizon, theme, start_on, baseline_due_on, due_on, status, status_on, created_on)
     select $1, $2, 1 + n / 50 || '.' || 1 + n % 50, 'Step ' || n || ' of the way to care at home, in words as long as a title has', (array['quick_win','medium','deep_rooted'])[1 + n % 3], 'Theme ' || 1 + n / 50,
       case when n % 9 = 0 then null else current_date - 200 + n % 50 * 8 end, current_date - 150 + n % 50 * 9, current_date - 150 + n % 50 * 9 + case when n % 4 = 0 then n % 45 else 0 end,
       (array['not_started','on_track','at_risk','off_track','complete'])[1 + n % 5], current_date - 30, current_date - 300 from generate_series(0, $3::int - 1) n`,
    [place, plan, ACTIONS],
  );
  await owner.query(
    `insert into milestone (locality_id, action_id, title, baseline_on, due_on, done_on, position)
     select locality_id, id, 'Milestone ' || k, due_on - k * 15, due_on - k * 12, case when due_on - k * 12 < current_date and k > 1 then due_on - k * 12 end, 4 - k from action, generate_series(1, 3) k where plan_id = $1 and abs(hashtext(id::text)) % 2 = 0`,
    [plan],
  );
  await owner.query(
    `with placed as (select locality_id, id, row_number() over (order by ref, id) as n from action where plan_id = $1)
     insert into dependency (locality_id, first_id, then_id, kind) select f.locality_id, f.id, t.id, case when f.n % 5 = 0 then 'enables' else 'blocks' end from placed f join placed t on t.n = f.n + 1 where f.n % 8 <> 0
     union all select f.locality_id, f.id, t.id, 'enables' from placed f join placed t on t.n = f.n + 37 where f.n % 11 = 0`,
    [plan],
  );
  await owner.query('set session_replication_role = origin');
  await owner.query('analyze action, milestone, dependency');
  return plan;
}

const gesture = (session, way) => session.send('Input.synthesizeScrollGesture', { x: 800, y: 600, speed: SPEED, preventFling: true, gestureSourceType: 'mouse', ...way });

/** What the browser itself says of one pull: the frames that it drew and dropped, and the tasks of the page. Nothing of ours runs meanwhile. */
async function traced(session, way) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame'] }, transferMode: 'ReportEvents' });
  await gesture(session, way);
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  // In time of the processor where the trace has it: what else the machine does is no work of the page.
  const tasks = events.filter(({ name, dur, pid, tid }) => name === 'RunTask' && dur && main.has(`${pid} ${tid}`)).map(({ dur, tdur = dur }) => tdur / 1_000);
  const dropped = events.filter(({ name }) => name === 'DroppedFrame');
  // A frame that scrolled in time while the page was still at work on new rows counts as half drawn: those rows come a frame later, from beyond the window's edge.
  const half = dropped.filter(({ args }) => args.hasPartialUpdate).length;
  return { tasks, drawn: events.filter(({ name }) => name === 'DrawFrame').length, half, dropped: dropped.length - half };
}

/** The times between frames as the page sees them, while somebody pulls. */
async function watched(page, session, way) {
  await page.evaluate(() => {
    window.frames_ = [];
    window.watching_ = true;
    const next = (at) => {
      window.frames_.push(at);
      if (window.watching_) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await gesture(session, way);
  const frames = await page.evaluate(() => {
    window.watching_ = false;
    return window.frames_;
  });
  return frames.slice(1).map((at, nth) => at - frames[nth]);
}

/** @param {{ url: string, slug: string, cookie: string, owner: import('pg').Client, place: string, rounds: number }} where */
export async function timeline({ url, slug, cookie, owner, place, rounds }) {
  const plan = await planned(owner, place);
  const browser = await browsers.launch({ executablePath: chromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'], env: { ...process.env, HOME: tmpdir() } });
  try {
    const context = await browser.newContext({ viewport: VIEW, locale: 'en-GB', timezoneId: 'Europe/London' });
    await context.addCookies([{ name: cookie.slice(0, cookie.indexOf('=')), value: cookie.slice(cookie.indexOf('=') + 1), url, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const address = `${url}/${slug}/plan/timeline?plan=${plan}&group=theme`;
    await page.goto(address);
    await page.locator('.ft-time__bar').first().waitFor();
    const draws = [];
    const runs = [];
    const times = [];
    let nodes = 0;
    for (let round = 0; round < rounds; round += 1) {
      await page.reload();
      await page.locator('.ft-time__bar').first().waitFor();
      // From the answer's last byte to the first bars on screen.
      draws.push(await page.evaluate(async () => {
        const [answer] = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/timeline?'));
        const seen = performance.now();
        return { total: seen, answer: answer.responseEnd - answer.startTime, after: seen - answer.responseEnd };
      }));
      await page.waitForTimeout(500);
      for (const way of Object.values(WAYS)) {
        runs.push(await traced(session, way));
        nodes = Math.max(nodes, await page.locator('.ft-time__row').count());
      }
      for (const way of Object.values(WAYS)) times.push(...(await watched(page, session, way)));
    }
    const tasks = runs.flatMap((one) => one.tasks);
    const sum = (of) => runs.reduce((all, one) => all + of(one), 0);
    const rest = await idle(page);
    const bare = await plain(context, rounds);
    return { nodes, frames: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99), late: times.filter((ms) => ms > 25).length, drawn: sum((one) => one.drawn), half: sum((one) => one.half), dropped: sum((one) => one.dropped), longest: Math.max(...tasks), busy: tasks.reduce((all, one) => all + one, 0) / sum((one) => one.drawn), answer: quantile(draws.map((one) => one.answer), 0.5), after: quantile(draws.map((one) => one.after), 0.5), rest, bare, load: loadavg()[0] };
  } finally {
    await browser.close();
  }
}

/** The same pulls on a page that is nothing but lines of text: what the browser drops on this machine by itself. */
async function plain(context, rounds) {
  const page = await context.newPage();
  await page.setContent(`<div style="height: 800px; overflow: auto">${Array.from({ length: ACTIONS }, (_, n) => `<p style="height: 30px; margin: 8px; width: 3000px">Line ${n}</p>`).join('')}</div>`);
  const session = await context.newCDPSession(page);
  const runs = [];
  for (let round = 0; round < rounds; round += 1) for (const way of Object.values(WAYS)) runs.push(await traced(session, way));
  const sum = (of) => runs.reduce((all, one) => all + of(one), 0);
  return { drawn: sum((one) => one.drawn), half: sum((one) => one.half), dropped: sum((one) => one.dropped) };
}

/** The same watch while nothing moves: what the machine itself costs. */
async function idle(page) {
  const times = await page.evaluate(() => new Promise((resolve) => {
    const frames = [];
    const next = (at) => {
      frames.push(at);
      if (frames.length > 180) resolve(frames.slice(1).map((one, nth) => one - frames[nth]));
      else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }));
  return { p99: quantile(times, 0.99), late: times.filter((ms) => ms > 25).length, frames: times.length };
}

export const timelineLines = ({ nodes, frames, p50, p95, p99, late, drawn, half, dropped, longest, busy, answer, after, rest, bare, load }) =>
  `${ACTIONS} actions with ${ACTIONS / 2} × 3 milestones and their dependencies, in Chromium without a graphics card at ${VIEW.width} × ${VIEW.height}, scrolled down, up and along at ${SPEED.toLocaleString('en-GB')} px a second. Load of the machine meanwhile: ${load.toFixed(1)} on ${cpus().length} cores.

| | |
| --- | ---: |
| the answer, ms | ${answer.toFixed(0)} |
| from the answer to bars on screen, ms | ${after.toFixed(0)} |
| rows in the page at most, of ${ACTIONS} | ${nodes} |
| frames while scrolling: p50 / p95 / p99, ms | ${p50.toFixed(1)} / ${p95.toFixed(1)} / ${p99.toFixed(1)} |
| of ${frames} frames later than 25 ms | ${late} |
| the same with nothing moving, of ${rest.frames} | ${rest.late} (p99 ${rest.p99.toFixed(1)} ms) |
| frames drawn / half drawn / dropped, by the browser's trace | ${drawn} / ${half} / ${dropped} |
| the same of a bare page of text, pulled alike | ${bare.drawn} / ${bare.half} / ${bare.dropped} |
| the page's own work: for a frame, mean / longest task, ms | ${busy.toFixed(1)} / ${longest.toFixed(1)} |`;
