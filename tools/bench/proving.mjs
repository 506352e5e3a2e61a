// The proof of overload as the server and the browser run it, in this process: how long it takes, and how that grows.

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

export function proving({ overloads }) {
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
  ].join('\n');
}
