import type { Route } from '@followthrough/contracts';

export type Query = Readonly<Record<string, string | number | boolean | readonly (string | number | boolean)[] | null | undefined>>;

/** The path of a route with its parameters in place, as the browser asks for it. */
export function addressOf(route: Route, params: Readonly<Record<string, string>>): string {
  return `/api/v1/${route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (!value) throw new Error(`${route.path} needs ${name}`);
    return encodeURIComponent(value);
  })}`;
}

/** What is really asked: empty and missing answers are left out, lists repeat their key. */
export function asked(query: Query = {}): Record<string, string | string[]> {
  const said: Record<string, string | string[]> = {};
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      if (value.length > 0) said[key] = value.map(String);
    } else if (value !== null && value !== undefined && value !== '') said[key] = String(value);
  }
  return said;
}
