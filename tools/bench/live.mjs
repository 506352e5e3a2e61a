// A summit in full swing: 500 phones and a projector listen while 50 votes a second come in for a minute. Beside it the least
// that could do the same: node:http, LISTEN and NOTIFY. Time is from the vote's sending to its arrival at the projector.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { quantile } from './client.mjs';
import { memoryOf } from './memory.mjs';

const QUESTIONS = 20;

/** Asks once. @returns {Promise<{ status: number, body: any, cookie: string | undefined }>} */
const ask = ({ port, agent }, method, path, { body, cookie } = {}) =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = { origin: `http://127.0.0.1:${port}`, ...(cookie ? { cookie } : {}), ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}), ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }) };
    request({ port, host: '127.0.0.1', path, method, agent, headers }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (part) => (said += part)).on('end', () => resolve({ status: response.statusCode, body: said ? JSON.parse(said) : undefined, cookie: response.headers['set-cookie']?.[0]?.split(';')[0] }));
    }).on('error', reject).end(text);
  });

/** Listens, and says each event's data as it comes. */
const listen = (port, path, cookie, heard) =>
  new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, agent: false, headers: cookie ? { cookie } : {} }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${path} answered ${response.statusCode}`));
      let rest = '';
      response.setEncoding('utf8').on('data', (part) => {
        const now = performance.now();
        const events = (rest + part).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const at = event.indexOf('data: ');
          if (at >= 0 && event.includes('event: votes')) heard(event.slice(at + 6), now);
        }
      });
      response.on('error', () => undefined);
      resolve(() => asking.destroy());
    });
    asking.on('error', reject).end();
  });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends votes at an even pace whatever comes back, and compares what was answered with what everybody heard. */
async function minute({ listeners, seconds, perSecond, open, vote }) {
  const arrived = new Map();
  const counts = Array(listeners + 1).fill(0);
  const closing = [];
  for (let nth = 0; nth <= listeners; nth += 1)
    closing.push(
      await open(nth, (data, now) => {
        counts[nth] += 1;
        if (nth < listeners) return;
        const { id, votes } = JSON.parse(data);
        arrived.set(`${id} ${votes}`, now);
      }),
    );
  const sent = new Map();
  let failed = 0;
  const answers = [];
  const from = performance.now();
  for (let turn = 0; turn < seconds * perSecond; turn += 1) {
    const wait = from + (turn * 1000) / perSecond - performance.now();
    if (wait > 0) await pause(wait);
    const started = performance.now();
    answers.push(vote(turn).then(({ status, body }) => (status === 200 ? sent.set(`${body.id} ${body.votes}`, started) : (failed += 1)), () => (failed += 1)));
  }
  await Promise.all(answers);
  for (let tries = 0; tries < 100 && counts.some((count) => count < sent.size); tries += 1) await pause(100);
  for (const close of closing) close();
  const times = [...sent].flatMap(([key, started]) => (arrived.has(key) ? [arrived.get(key) - started] : []));
  return { votes: sent.size, failed, p50: quantile(times, 0.5), p99: quantile(times, 0.99), lost: counts.reduce((all, count) => all + Math.max(0, sent.size - count), 0), doubled: counts.reduce((all, count) => all + Math.max(0, count - sent.size), 0) };
}

/** @param {{ port: number, pid: number, slug: string, cookie: string, barePort: number, listeners?: number, seconds?: number, perSecond?: number }} where */
export async function live({ port, pid, slug, cookie, barePort, listeners = 500, seconds = 60, perSecond = 50 }) {
  const api = { port, agent: new Agent({ keepAlive: true, maxSockets: 64 }) };
  const bare = { port: barePort, agent: new Agent({ keepAlive: true, maxSockets: 64 }) };
  const keeper = (method, path, body) => ask(api, method, `/api/v1/localities/${slug}/${path}`, { body, cookie });
  const summit = (await keeper('POST', 'summits', { title: `Bench ${Date.now()}`, heldOn: '2026-06-10' })).body;
  const { body: page } = await keeper('POST', `summits/${summit.id}/room`, { names: 'either', takesQuestions: true, checksQuestions: false });
  const join = `/api/v1/join/${page.room.code}`;
  const guests = [];
  while (guests.length < listeners) guests.push(...(await Promise.all(Array.from({ length: Math.min(20, listeners - guests.length) }, () => ask(api, 'POST', join, { body: { name: null } })))).map((joined) => joined.cookie));
  if (guests.some((guest) => !guest)) throw new Error('not everybody was let in');
  const ids = Array.from({ length: QUESTIONS }, () => randomUUID());
  for (const [nth, id] of ids.entries()) await ask(api, 'POST', `${join}/questions`, { body: { id, text: `Question ${nth}?`, isAnonymous: true }, cookie: guests.at(-1 - nth) });
  await pause(1_000);
  const { position } = (await keeper('GET', `summits/${summit.id}/room`)).body;

  const before = memoryOf(pid);
  let opened = 0;
  let perListener = 0;
  const ours = await minute({
    listeners, seconds, perSecond,
    open: async (nth, heard) => {
      const close = await (nth < listeners ? listen(port, `${join}/changes?after=${position}`, guests[nth], heard) : listen(port, `/api/v1/localities/${slug}/summits/${summit.id}/room/changes?after=${position}`, cookie, heard));
      opened += 1;
      if (opened === listeners + 1) perListener = ((memoryOf(pid) - before) * 1024) / opened;
      return close;
    },
    // Each guest votes once for each question; nobody for one of their own, which are the last twenty guests'.
    vote: (turn) => ask(api, 'PUT', `${join}/questions/${ids[Math.floor(turn / (listeners - QUESTIONS)) % QUESTIONS]}/vote`, { cookie: guests[turn % (listeners - QUESTIONS)] }),
  });
  const most = memoryOf(pid, 'VmHWM');
  console.log(`  ours: ${JSON.stringify(ours)}`);
  const theirs = await minute({ listeners, seconds, perSecond, open: (_, heard) => listen(barePort, '/changes', undefined, heard), vote: () => ask(bare, 'PUT', '/vote') });
  return { listeners, seconds, perSecond, ours, theirs, perListener, most, budget: 100 + 2 * theirs.p99 };
}

/** @param {Awaited<ReturnType<typeof live>>} run */
export const liveLines = ({ listeners, seconds, perSecond, ours, theirs, perListener, most, budget }) => {
  const side = (name, { votes, failed, p50, p99, lost, doubled }) => `| ${name} | ${votes} | ${failed} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${lost} | ${doubled} |`;
  return `${listeners} phones and a projector listen, ${perSecond} votes a second for ${seconds} seconds; time from the vote to the projector, in ms.

| | votes | refused | p50 | p99 | lost | doubled |
|---|---|---|---|---|---|---|
${side('API', ours)}
${side('bare node + NOTIFY', theirs)}

Budget: p99 at most 100 ms + 2 × the bare one's, ${budget.toFixed(0)} ms: ${ours.p99 <= budget && ours.lost + ours.doubled + ours.failed === 0 ? 'met' : 'MISSED'}. A listener costs ${perListener < 1 ? 'too little of the API\'s memory to be seen' : `${perListener.toFixed(0)} kB of the API\'s memory`}; it held at most ${most.toFixed(0)} MB.`;
};
