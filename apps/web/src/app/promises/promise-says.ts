import { inDays } from '../demand/public';

/** `10 days a month and £20,000`; of a sponsor alone, that. */
export function promiseSays({ minutes, money }: { readonly minutes: number | null; readonly money: number | null }): string {
  const said = [...(minutes === null ? [] : [`${inDays(minutes)} a month`]), ...(money === null ? [] : [inPounds(money)])];
  return said.join(' and ') || 'A sponsor';
}

export const inPounds = (pounds: number): string => pounds.toLocaleString('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits: Number.isInteger(pounds) ? 0 : 2 });
