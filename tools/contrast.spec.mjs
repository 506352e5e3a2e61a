import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sheet = readFileSync(join(import.meta.dirname, '../apps/web/src/styles/_tokens.scss'), 'utf8');
const tokens = new Map([...sheet.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', colour = '']) => [name, colour]));
// A shade of another token: `color-mix(in srgb, var(--accent) 76%, #000)`.
for (const [, name = '', of = '', share = '', other = ''] of sheet.matchAll(/--([\w-]+): color-mix\(in srgb, var\(--([\w-]+)\) (\d+)%, (#[0-9a-f]{3,6})\);/g)) {
  const [one, two] = [parts(tokens.get(of) ?? ''), parts(other)];
  tokens.set(name, `#${one.map((part, at) => Math.round((part * Number(share)) / 100 + ((two[at] ?? 0) * (100 - Number(share))) / 100).toString(16).padStart(2, '0')).join('')}`);
}

/** Red, green and blue, 0 to 255, of `#abc` or `#aabbcc`. */
function parts(colour) {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** WCAG 2.2, relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light = 0, dark = 0] = [luminance(tokens.get(one) ?? one), luminance(tokens.get(other) ?? other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours', () => {
  const grounds = ['paper', 'soft', 'hover', 'accent-soft'];
  const texts = ['ink', 'ink-soft', 'link', 'accent', 'refused', 'warned', 'agreed', 'grey', 'green', 'amber', 'red', 'light_blue', 'blue', 'purple', 'white'];
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground])))('%s is read on %s (4.5 : 1)', (text, ground) => expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5));
  it.each([['accent'], ['accent-dark'], ['ink'], ['refused'], ['green'], ['amber'], ['light_blue'], ['grey']])('white is read on %s', (ground) => expect(contrast('#fff', ground)).toBeGreaterThanOrEqual(4.5));
  it.each([['refused', 'refused-soft'], ['warned', 'warned-soft'], ['agreed', 'agreed-soft'], ['ink', 'refused-soft']])('%s is read on %s', (text, ground) => expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5));
  it.each([['line-strong', 'paper'], ['focus', 'ink'], ['ink-soft', 'paper']])('the edge %s is seen against %s (3 : 1)', (edge, ground) => expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3));
});
