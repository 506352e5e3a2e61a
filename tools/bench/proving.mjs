// The proof of overload and a scenario's verdict as the server and the browser run them, in this process: how long it takes, and how that grows.

const DAYS = 500;
/** A day of a full-time post. */
const DAY = 450;

/** Always the same numbers. */
function chance(seed) {
  let at = seed;
  return (limit) => ((at = (at * 48_271) % 2_147_483_647), at % limit);
}

/** People with so many pieces of work each within two years, as much together as they can give or a little more, so that some are over. */
function made(people, items) {
  const under = chance(people + items);
  return Array.from({ length: people }, () => {
    const given = Array.from({ length: DAYS }, (_, day) => (day % 7 < 5 ? DAY - under(100) : 0));
    const all = given.reduce((sum, minutes) => sum + minutes, 0);
    const pieces = Array.from({ length: items }, (_, at) => {
      const from = under(DAYS - 20);
      return { id: String(at), minutes: Math.round((all / items) * (0.5 + under(120) / 100)), from, to: Math.min(DAYS - 1, from + under(120)) };
    });
    return { pieces, given };
  });
}

function timed(overloads, asked) {
  const from = performance.now();
  let found = 0;
  for (const { pieces, given } of asked) found += overloads(pieces, given).length;
  return { ms: performance.now() - from, found };
}

/** The middle of five, after two that nobody counts. */
function middle(overloads, people, items) {
  const asked = made(people, items);
  const runs = Array.from({ length: 7 }, () => timed(overloads, asked)).slice(2);
  return { ms: runs.map(({ ms }) => ms).sort((a, b) => a - b)[2], found: runs[0].found };
}

/** A plan of 500 actions with 60 people of 8 organisations over a year, and one action put off by three months. */
function scenario() {
  const under = chance(500);
  const day = (after) => new Date(Date.UTC(2026, 11, 1 + after)).toISOString().slice(0, 10);
  const organisations = Array.from({ length: 8 }, (_, at) => ({ id: `o${at}`, name: `Partner ${at}`, isNamed: true, others: null, unknown: 0 }));
  const people = Array.from({ length: 60 }, (_, at) => ({ id: `p${at}`, name: `Person ${at}`, organisationId: `o${at % 8}`, personDay: DAY, given: Array.from({ length: 365 }, (_, on) => ((on + 1) % 7 < 5 ? under(DAY) : 0)) }));
  const work = Array.from({ length: 500 }, (_, at) => {
    const [start, likely] = [under(250), 450 * (1 + under(12))];
    const organisationId = `o${under(8)}`;
    const parts = Array.from({ length: under(3) }, (_, one) => ({ personId: `p${(under(20) + 20 * one) % 60}`, organisationId: `o${under(8)}`, minutes: Math.floor(likely / 3) }));
    const line = { id: `l${at}`, purpose: 'deliver', skillId: null, level: null, organisationId, follows: true, likely, shape: ['even', 'front', 'back'][at % 3], milestone: null, parts };
    return { id: `a${at}`, ref: String(at), title: `Action ${at}`, status: 'on_track', startOn: day(start), dueOn: day(start + 10 + under(100)), organisationId, left: likely, spent: 0, estimatedOn: null, milestones: [], lines: [line] };
  });
  const facts = { span: { from: day(0), to: day(364) }, time: { usualLeave: 25, training: 5, administration: 10, sickness: 5, buffer: 7 }, work, links: [], people, organisations };
  const changes = (turn) => {
    const { id, dueOn } = work[turn % work.length];
    return [{ id: 'c', isClosed: false, hasLeft: false, kind: 'move', actionId: id, fromOn: dueOn, toOn: day(364 - (turn % 30)) }];
  };
  return { facts, changes };
}

/** From a change to the verdict: the middle of a hundred, and what nineteen in twenty are under. */
function judged({ replay, scenarioVerdict }) {
  const { facts, changes } = scenario();
  const times = Array.from({ length: 120 }, (_, turn) => {
    const from = performance.now();
    const { conflicts, facts: then } = replay(facts, changes(turn));
    scenarioVerdict(then);
    if (conflicts.length > 0) throw new Error('the change of the bench is in conflict with its own plan');
    return performance.now() - from;
  }).slice(20).sort((a, b) => a - b);
  return `Scenario change to new verdict for 500 actions, the browser's own code in this process: ${times[50].toFixed(1)} ms, 19 of 20 under ${times[95].toFixed(1)} ms; a frame is 16.7 ms (${times[50] <= 16.7 ? 'met' : 'MISSED'}).`;
}

export function proving({ overloads, replay, scenarioVerdict }) {
  const sizes = [50, 100, 200, 400, 800];
  const each = sizes.map((items) => ({ items, ms: middle(overloads, 20, items).ms / 20 }));
  const whole = middle(overloads, 500, 200);
  const [first, last] = [each[0], each.at(-1)];
  const power = Math.log(last.ms / first.ms) / Math.log(last.items / first.items);
  return [
    `Proof of overload for 500 people × 200 items over two years: ${whole.ms.toFixed(0)} ms of one core, ${whole.found} overloads found.`,
    '',
    '| items of one person | ms | times the one before |',
    '| ---: | ---: | ---: |',
    ...each.map(({ items, ms }, at) => `| ${items} | ${ms.toFixed(3)} | ${at === 0 ? '' : (ms / each[at - 1].ms).toFixed(1)} |`),
    '',
    `From 50 to 800 items the time grows with the power of ${power.toFixed(2)} (budget: better than 3, ${power < 3 ? 'met' : 'MISSED'}).`,
    '',
    judged({ replay, scenarioVerdict }),
  ].join('\n');
}
