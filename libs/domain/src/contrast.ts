import type { FieldRefusal } from '@followthrough/contracts';

/** WCAG 2.2 SC 1.4.3: text needs 4.5 to 1 against what lies behind it. */
export const LEAST_CONTRAST = 4.5;

/** Contrast of two colours `#rrggbb`, from 1 (the same) to 21 (black on white). https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** An accent colour is used for links and headings on white, and behind white text: either way it needs the same contrast. */
export function checkAccent(accent: string | null | undefined): readonly FieldRefusal[] {
  if (!accent || contrast(accent, '#ffffff') >= LEAST_CONTRAST) return [];
  return [{ field: 'accent', code: 'rule', message: `Accent colour is too light to read on white (${contrast(accent, '#ffffff').toFixed(1)} to 1; it needs ${LEAST_CONTRAST}). Choose a darker one` }];
}

function luminance(colour: string): number {
  const part = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
