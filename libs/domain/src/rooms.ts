import type { FieldRefusal, Naming } from '@followthrough/contracts';

/** No vowels, so that no code is a word; nothing that looks like something else. Eight of these 28 make 3.8 × 10¹¹ codes. */
const SIGNS = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const LENGTH = 8;

/** How many may come into one room. */
export const MOST_PARTICIPANTS = 5_000;

/** A new code from a source of random whole numbers below its argument. */
export const makeCode = (below: (limit: number) => number): string => Array.from({ length: LENGTH }, () => SIGNS[below(SIGNS.length)]).join('');

/** A code as people type or read it out: case, spaces and dashes do not matter. */
export const codeSaid = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '');

/** `BCDF-2345`: two halves are easier to carry across a room. */
export const codeShown = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Where questions carry names, whoever comes in says theirs. `name` is what is known of them already, or what they said. */
export function checkJoining(names: Naming, name: string | null | undefined): readonly FieldRefusal[] {
  return names === 'named' && !name ? [{ field: 'name', code: 'required', message: 'Say your name: questions at this summit carry the names of those who ask' }] : [];
}
