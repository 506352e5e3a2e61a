import { type Route, routes } from '@followthrough/contracts';

const all: readonly Route[] = Object.values(routes).flatMap((group) => Object.values(group));
const largest = new Map<string, number>(all.flatMap((one) => (one.largest ? [[`${one.method} /api/v1/${one.path}`, one.largest] as const] : [])));

/** How many bytes of JSON a route takes, where its contract says more than the usual. `url` is as the server declares it. */
export const largestBody = (method: string | readonly string[], url: string): number | undefined => largest.get(`${String(method)} ${url}`);
