import { randomUUID } from 'node:crypto';
import { type Deed, type Role, roles, type Route } from '@followthrough/contracts';
import { access } from '@followthrough/domain';
import type { Caller, Said } from '@followthrough/testing';
import { CycleClock } from '../cycles/cycle-clock';
import { aGuest, anOpenRoom } from '../testing/room-builder';
import { openStage, type Stage } from '../testing/stage';
import { type Asking, Here } from '../testing/here';
import type { Entry } from './calls';

/** Two localities with something of everything in each. */
export interface Places {
  readonly stage: Stage;
  /** Somebody who has come into a room of Northmoor with its code, and is nothing else. */
  readonly guest: Caller;
  readonly north: Here;
  readonly east: Here;
}

export async function openPlaces(): Promise<Places> {
  // The outbox is among the routes, and only a demo shows it.
  const stage = await openStage({ demo: true });
  // Its tests take longer than the clock of reports waits, and count what is written.
  await stage.app.get(CycleClock).onApplicationShutdown();
  const north = await Here.open(stage, 'northmoor', 'Zibeline');
  const { guest } = await aGuest(stage, (await anOpenRoom(north.lead, 'Zibeline room')).code);
  return { stage, guest, north, east: await Here.open(stage, 'eastvale', 'Quokka') };
}

/** The roles that may do what a route is for; all of them where it needs no deed. */
export const rightful = ({ may }: Route): readonly Role[] => (may === 'anyone' || may === 'signed_in' || may === 'guest' ? roles : access[may satisfies Deed]);

/** Somebody who may: a lead where a lead may, else whoever comes first in the table. */
export function rightfulUser(here: Here, route: Route): Promise<Caller> {
  const may = rightful(route);
  return here.person([may.includes('lead') ? 'lead' : (may[0] ?? 'administrator')]);
}

export const hasLocality = ({ path }: Route): boolean => path.includes(':locality');
export const hasIds = ({ path }: Route): boolean => /:(?!locality)\w+/.test(path);

/** Calls a route as its rightful user does. */
export async function succeed({ route, call }: Entry, here: Here): Promise<{ readonly said: Said<object>; readonly asking: Asking; readonly asker: Caller }> {
  const user = await rightfulUser(here, route);
  const asking = await call(here, user);
  const asker = asking.as ?? user;
  return { said: await ask(asker, route, asking), asking, asker };
}

export const ask = (asker: Caller, route: Route, { params, query, body, file, headers }: Asking): Promise<Said<object>> =>
  asker.try(route, { ...(params ? { params } : {}), ...(query ? { query } : {}), ...(body ? { body } : {}), ...(file ? { file } : {}), headers: { 'idempotency-key': randomUUID(), ...headers } });

/** How many rows each table of the tenants has: what a refused request must leave as it was. */
export async function counted({ owner }: Stage): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await owner.query<{ name: string }>(`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_name not in ('migration', 'seal', 'load_reckoning', 'load_verdict') order by 1`);
  const { rows } = await owner.query<{ name: string; count: string }>(tables.map(({ name }) => `select '${name}' as name, count(*) from ${name}`).join(' union all '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id in a body or a query, by its path. */
export function idsIn(said: unknown, path: readonly string[] = []): (readonly [readonly string[], string])[] {
  if (typeof said === 'string') return UUID.test(said) ? [[path, said]] : [];
  if (typeof said !== 'object' || said === null) return [];
  return Object.entries(said).flatMap(([key, value]) => idsIn(value, [...path, key]));
}

/** The same data with another value at one path. */
export function withAt(said: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(said) ? [...(said as unknown[])] : { ...(said as object) }) as Record<string, unknown>;
  copy[key] = withAt(copy[key], rest, value);
  return copy;
}
