import { read, utils } from '@e965/xlsx';
import { roles } from '@followthrough/contracts';
import { ModulesContainer } from '@nestjs/core';
import type { Said } from '@followthrough/testing';
import { routeOf } from '../kernel/asked';
import { everyRoute, forgotten } from './calls';
import { ask, counted, hasIds, hasLocality, idsIn, openPlaces, type Places, rightful, succeed, withAt } from './every-route';

/** Whatever an answer holds, as text: JSON, or the cells of a workbook. */
function textOf({ bytes, headers }: Said<object>): string {
  if (!String(headers['content-type']).includes('spreadsheet')) return bytes.toString('utf8');
  const book = read(bytes);
  return Object.values(book.Sheets).map((sheet) => utils.sheet_to_csv(sheet)).join('\n');
}

describe('every route', () => {
  let places: Places;
  beforeAll(async () => {
    places = await openPlaces();
  });
  afterAll(() => places.stage.close());

  it('has a call by its rightful user', () => {
    expect(forgotten).toEqual([]);
  });

  it('is served by exactly one method of a controller, and no controller serves anything else', () => {
    const controllers = [...places.stage.app.get(ModulesContainer, { strict: false }).values()].flatMap((one) => [...one.controllers.values()]);
    const served = controllers.flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      return Object.getOwnPropertyNames(prototype).flatMap((name) => {
        const method = prototype[name];
        const route = typeof method === 'function' && name !== 'constructor' ? routeOf(method) : undefined;
        return route ? [`${route.method} ${route.path}`] : [];
      });
    });
    expect([...served].sort()).toEqual(everyRoute.map(({ route }) => `${route.method} ${route.path}`).sort());
  });

  describe.each(everyRoute.map((one) => [one.id, one] as const))('%s', (_, entry) => {
    const { route, call } = entry;

    it('succeeds for its rightful user', async () => {
      const { said } = await succeed(entry, places.north);
      expect(said.status < 400 ? undefined : (said.problem?.fields ?? said.problem?.detail ?? said.problem?.code)).toBeUndefined();
      expect(said.status).toBe(route.status ?? 200);
    });

    if (hasLocality(route))
      it('is not there for the lead of another locality', async () => {
        const { said, asking } = await succeed(entry, places.north);
        expect(said.status).toBeLessThan(400);
        const stranger = await places.east.person(['lead', 'administrator']);
        const { as: _as, ...same } = asking;
        expect((await ask(stranger, route, { ...same, params: { ...same.params, locality: 'northmoor' } })).problem).toMatchObject({ status: 404, code: 'not_found' });
      });

    if (hasLocality(route) && hasIds(route))
      it('knows no id of another locality in its address', async () => {
        const asking = await call(places.north, await places.north.person(['lead', 'administrator']));
        const stranger = await places.east.person(['lead', 'administrator']);
        const { as: _as, ...same } = asking;
        expect((await ask(stranger, route, same)).problem).toMatchObject({ status: 404, code: 'not_found' });
        // And with an address that is its own but for one id.
        const own = await call(places.east, stranger);
        for (const [name, id] of Object.entries(asking.params ?? {}))
          expect((await ask(stranger, route, { ...own, params: { ...own.params, [name]: id } })).problem).toMatchObject({ status: 404, code: 'not_found' });
      });

    if (hasLocality(route) && route.body)
      it('takes no id of another locality in its body', async () => {
        const asker = await places.east.person(['lead', 'administrator']);
        const theirs = new Map(idsIn((await call(places.north, await places.north.person(['lead', 'administrator']))).body).map(([path, id]) => [path.join('.'), id]));
        for (const [path] of idsIn((await call(places.east, asker)).body)) {
          const own = await call(places.east, asker);
          const before = await counted(places.stage);
          const { status, problem } = await ask(asker, route, { ...own, body: withAt(own.body, path, theirs.get(path.join('.'))) as Record<string, unknown> });
          if (status >= 400) expect([404, 409, 422, 400]).toContain(problem.status);
          expect({ path: path.join('.'), written: await counted(places.stage) }).toEqual({ path: path.join('.'), written: before });
        }
      });

    if (hasLocality(route) && route.method === 'GET')
      it('shows nothing of another locality, whatever it is asked for', async () => {
        await call(places.north, places.north.lead);
        const asker = await places.east.person(['lead', 'administrator']);
        const own = await call(places.east, asker);
        const theirs = await call(places.north, places.north.lead);
        for (const query of [own.query, theirs.query, {}]) {
          const said = await ask(asker, route, { ...own, ...(query ? { query } : {}) });
          // Said back in a refusal or as a heading of one's own search it would be no leak, but nothing does.
          expect(said.status >= 400 ? '' : textOf(said).replaceAll(String(query?.['text'] ?? '\u0000'), '')).not.toMatch(/zibeline|northmoor/i);
        }
      });

    it('answers each role as the table of access says, and nobody not at all', async () => {
      const said: string[] = [];
      for (const role of roles) {
        const person = await places.north.person([role]);
        const asking = await call(places.north, person);
        const { status, problem } = await ask(hasLocality(route) ? person : (asking.as ?? person), route, asking);
        const isRefused = status === 403 || status === 401;
        if (isRefused === rightful(route).includes(role)) said.push(`${role}: ${status} ${problem?.code ?? ''}`);
      }
      expect(said).toEqual([]);
      const { as: _as, ...asking } = await call(places.north, places.north.lead);
      const nobody = await ask(places.stage.nobody(), route, asking);
      if (route.may === 'anyone') expect(nobody.status).not.toBe(403);
      else expect(nobody.problem).toMatchObject({ status: 401, code: route.may === 'guest' ? 'join_needed' : 'sign_in_needed' });
      // A guest of one room is nobody everywhere else.
      const guest = await ask(places.guest, route, asking);
      if (route.may === 'guest') expect(guest.problem).toMatchObject({ status: 404, code: 'not_found' });
      else if (route.may !== 'anyone') expect(guest.problem).toMatchObject({ status: 401, code: 'sign_in_needed' });
    });
  });
});
