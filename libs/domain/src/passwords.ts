import type { FieldRefusal } from '@followthrough/contracts';

/**
 * Passwords that are tried first, by what they are made of: the heads of published lists of leaked passwords and the words of this
 * field. Length is the contract's rule (12 or more), so only what is long *and* easy is left to refuse here.
 */
const COMMON = ['password', 'passw', 'qwerty', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'letmein', 'welcome', 'iloveyou', 'admin', 'administrator', 'changeme', 'secret', 'default', 'monkey', 'dragon', 'football', 'baseball', 'liverpool', 'arsenal', 'chelsea', 'sunshine', 'princess', 'superman', 'batman', 'trustno', 'whatever', 'starwars', 'master', 'shadow', 'michael', 'charlie', 'login', 'access', 'hello', 'test', 'testing', 'guest', 'spring', 'summer', 'autumn', 'winter', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'monday', 'friday', 'england', 'london', 'council', 'hospital', 'health', 'nhs', 'nhsengland', 'followthrough', 'user', 'account'];

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn', 'q1w2e3r4t5y6u7i8o9p0'];
const LOOKALIKES: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** Refuses a password that a stranger would try early: common words, rows of keys, one thing repeated, or the person's own name or address. */
export function checkPassword(password: string, who: { readonly name: string; readonly email: string }): readonly FieldRefusal[] {
  return isEasy(password, who) ? [{ field: 'password', code: 'rule', message: 'That password is easy to guess. Three or four unrelated words work well' }] : [];
}

function isEasy(password: string, who: { readonly name: string; readonly email: string }): boolean {
  const low = password.toLowerCase();
  if (new Set(low).size < 5 || isRepeated(low)) return true;
  const own = [...who.name.toLowerCase().split(/\W+/), ...who.email.toLowerCase().split(/\W+/)].filter((part) => part.length > 2);
  return [low, plain(low)].some((form) => leftOver(form, own) < 5);
}

/** `abc123abc123`: one short piece over and over. */
const isRepeated = (text: string): boolean => [1, 2, 3, 4, 5, 6].some((size) => text === text.slice(0, size).repeat(Math.ceil(text.length / size)).slice(0, text.length));

const plain = (text: string): string => [...text].map((one) => LOOKALIKES[one] ?? one).join('');

/** How many letters are left when everything guessable is taken out; digits and marks count for nothing, they are guessed by pattern. */
function leftOver(text: string, own: readonly string[]): number {
  let rest = text;
  for (const word of [...COMMON, ...own].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
  for (const row of ROWS) for (let size = row.length; size > 3; size -= 1) for (let at = 0; at + size <= row.length; at += 1) rest = rest.replaceAll(row.slice(at, at + size), ' ');
  return rest.replace(/[^\p{L}]/gu, '').length;
}
