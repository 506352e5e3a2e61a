const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as people here type it, day first: `21/11/2026`, `21.11.26`, `21 Nov 2026`, or `2026-11-21`. Years of two digits
 * are of this century. What is no such date comes back as it is, for the form to refuse; the 30th of February too.
 */
export function readDate(typed: string): string {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return written(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(text);
  if (numbers) return written(numbers[3], numbers[2], numbers[1]);
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ ,-]+(\d{4}|\d{2})$/i.exec(text);
  const month = MONTHS.indexOf((words?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return words && month > 0 ? written(words[3], String(month), words[1]) : text;
}

/** `2026-11-21` as a box shows it: `21/11/2026`. What is no date is shown as it was typed. */
export function showDate(value: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return iso ? `${iso[3]}/${iso[2]}/${iso[1]}` : value;
}

const written = (year = '', month = '', day = ''): string => `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
