import type { Server } from 'node:http';
import { type Contract, fieldsOf, problems, type Shape, USUAL_BODY } from '@followthrough/contracts';
import request from 'supertest';
import { everyRoute } from './calls';
import { ask, counted, hasIds, openPlaces, type Places, rightfulUser, withAt } from './every-route';

const LONG = 'x'.repeat(100_000);

/** Values that no field of that kind takes, with why. */
function wrong(shape: Shape): readonly (readonly [string, unknown])[] {
  const forAll: (readonly [string, unknown])[] = [['an object', { a: 1 }], ['a list in a list', [[1]]], ['NUL', 'a\u0000b'], ['100,000 characters', LONG], ['half a character', '\ud800']];
  if (shape.many !== undefined) return [['a text for a list', 'x'], ['an object for a list', {}], ['too many', Array.from({ length: shape.many + 1 }, () => 'x')], ['a list of objects', [{}]]];
  if (shape.kind === 'object') return [['a text', 'x'], ['a list', []], ['a number', 7], ['an unknown field', { unheard: 1 }]];
  // Data of a form of its own: anything that fits, so only what cannot be stored is wrong.
  if (shape.kind === 'json') return [['NUL', 'a\u0000b']];
  const byKind: Partial<Record<Shape['kind'], (readonly [string, unknown])[]>> = {
    text: [['a number', 7], ['a list', ['x']], ['true', true]],
    number: [['a text', 'seven'], ['a number as text', '7'], ['too large', 1e15]],
    flag: [['a text', 'true'], ['a number', 1]],
    date: [['no such day', '2026-02-30'], ['a number', 7], ['a moment', '2026-02-03T00:00:00Z']],
    month: [['no such month', '2026-13']],
    id: [['no id', 'x'], ['SQL', `' or 1=1 --`], ['a number', 7]],
    word: [['an unknown word', 'planet'], ['a number', 7]],
  };
  return [...forAll, ...(byKind[shape.kind] ?? [])];
}

describe('hostile input', () => {
  let places: Places;
  beforeAll(async () => {
    places = await openPlaces();
  });
  afterAll(() => places.stage.close());

  const isCoded = ({ status, code }: { status: number; code: string }) => status >= 400 && status < 500 && code in problems;

  describe.each(everyRoute.map((one) => [one.id, one] as const))('%s', (_, { route, call }) => {
    const prepared = async () => {
      const user = await rightfulUser(places.north, route);
      const { as: asker = user, ...asking } = await call(places.north, user);
      return { asker, asking };
    };

    const contract = route.body;
    if (contract)
      it('is refused at its field, and nothing is half-written', async () => {
        const { asker, asking } = await prepared();
        const before = await counted(places.stage);
        const said: string[] = [];
        const attempt = async (what: string, body: unknown, field?: string) => {
          const { status, problem } = await ask(asker, route, { ...asking, body: body as Record<string, unknown> });
          const named = problem?.fields?.some((one) => one.field === field || one.field.startsWith(`${field}.`));
          if (!isCoded(problem ?? { status, code: '' }) || (field !== undefined && !named)) said.push(`${what}: ${status} ${problem?.code ?? ''} ${JSON.stringify(problem?.fields ?? null)}`);
        };
        await attempt('an unknown field', { ...asking.body, unheardOf: 1 }, 'unheardOf');
        await attempt('a key of the prototype', JSON.parse(`{"__proto__": {"a": 1}, "constructor": 1}`));
        await attempt('a list', []);
        for (const [path, shape] of deep(contract, asking.body ?? {})) {
          const at = path.join('.');
          for (const [what, value] of wrong(shape)) await attempt(`${at}: ${what}`, withAt(asking.body, path, value), at);
          if (!shape.optional) await attempt(`${at}: missing`, without(asking.body ?? {}, path), at);
          if (!shape.nullable) await attempt(`${at}: null`, withAt(asking.body, path, null), at);
        }
        expect(said).toEqual([]);
        expect(await counted(places.stage)).toEqual(before);
      });

    if (contract)
      it('takes nothing but whole JSON', async () => {
        const { asker, asking } = await prepared();
        const before = await counted(places.stage);
        const path = pathOf(route.path, asking.params);
        const send = (type: string, text: string) => {
          const call = request(places.stage.app.getHttpServer() as unknown as Server)[route.method.toLowerCase() as 'post'](path).set('origin', 'http://localhost:4000').set('content-type', type);
          return (asker.cookie ? call.set('cookie', asker.cookie) : call).send(text);
        };
        for (const [type, text, status] of [
          ['application/json', '{"a": ', 400],
          ['application/json', '"text"', 400],
          ['application/json', 'null', 400],
          ['application/json', '', 400],
          ['text/plain', JSON.stringify(asking.body), 415],
          ['application/xml', '<a/>', 415],
          ['application/x-www-form-urlencoded', 'a=1', 415],
          ['application/json', `{"a": "${'x'.repeat((route.largest ?? USUAL_BODY) + 50_000)}"}`, 413],
        ] as const) {
          const { body } = await send(type, text);
          expect({ type, text: text.slice(0, 20), ...(body as object) }).toMatchObject({ status });
        }
        expect(await counted(places.stage)).toEqual(before);
      });

    if (route.upload !== undefined)
      it('takes nothing but one file of a form', async () => {
        const { asker, asking } = await prepared();
        const before = await counted(places.stage);
        const good = asking.file?.content ?? Buffer.from('');
        const send = (make: (call: request.Test) => request.Test) => {
          const call = request(places.stage.app.getHttpServer() as unknown as Server)[route.method.toLowerCase() as 'post'](pathOf(route.path, asking.params)).set('origin', 'http://localhost:4000');
          return make(asker.cookie ? call.set('cookie', asker.cookie) : call);
        };
        const raw = (text: string, type = 'multipart/form-data; boundary=edge') => (call: request.Test) => call.set('content-type', type).send(Buffer.from(text, 'latin1'));
        const part = (head: string, text: string) => `--edge\r\n${head}\r\n\r\n${text}\r\n`;
        const tries: readonly (readonly [string, (call: request.Test) => request.Test, number])[] = [
          ['another field', (call) => call.attach('files', good, 'a.csv'), 400],
          ['a key of the prototype', (call) => call.attach('__proto__', good, 'a.csv'), 400],
          ['two files', (call) => call.attach('file', good, 'a.csv').attach('file', good, 'b.csv'), 400],
          ['no file', (call) => call.field('name', 'a'), 400],
          ['a text for a file', (call) => call.field('file', 'Ref,Action'), 400],
          ['nothing', raw('--edge--\r\n'), 400],
          ['an end too soon', raw(part('content-disposition: form-data; name="file"; filename="a.csv"', 'Ref').slice(0, -2)), 400],
          ['no boundary', raw('x', 'multipart/form-data'), 400],
          ['no form', raw('Ref,Action\n1,Do it', 'text/csv'), 415],
          ['JSON', raw('{"file": "x"}', 'application/json'), 415],
          ['200 fields', (call) => Array.from({ length: 200 }).reduce<request.Test>((all, _each, index) => all.field(`f${index}`, 'x'), call), 400],
          ['a field of 1 MB', (call) => call.field('name', 'x'.repeat(1_000_000)), 400],
        ];
        const said: string[] = [];
        for (const [what, make, status] of tries) {
          const { body, status: was } = await send(make);
          if (was !== status || !isCoded({ status: was, code: (body as { code?: string }).code ?? '' })) said.push(`${what}: ${was} ${JSON.stringify(body).slice(0, 300)}`);
        }
        expect(said).toEqual([]);
        expect(await counted(places.stage)).toEqual(before);
      });

    if (route.upload !== undefined)
      it('keeps a file under a name that can be stored, or refuses it', async () => {
        const { asker, asking } = await prepared();
        for (const name of ['a\u0000b.csv', '../../etc/passwd.csv', 'C:\\plan.csv', `${'x'.repeat(2_000)}.csv`, 'a"b.csv', ' ', 'plan\r\nx: y.csv', 'Plán 日本.csv']) {
          const { status, problem } = await ask(asker, route, { ...asking, file: { name, content: asking.file?.content ?? Buffer.from('') } });
          expect({ name, isTaken: status === (route.status ?? 200) || isCoded(problem ?? { status, code: '' }) }).toEqual({ name, isTaken: true });
        }
      });

    if (contract && route.may !== 'anyone' && route.path.includes(':locality'))
      it('refuses an idempotency key that was used for another body', async () => {
        const { asker, asking } = await prepared();
        const headers = { 'idempotency-key': `key-of-${route.method}-${Math.random().toString(36).slice(2)}` };
        expect((await ask(asker, route, { ...asking, headers })).status).toBeLessThan(400);
        const { asking: another } = await prepared();
        const before = await counted(places.stage);
        const body = JSON.stringify(another.body) === JSON.stringify(asking.body) ? otherwise(contract, asking.body ?? {}) : another.body;
        expect((await ask(asker, route, { ...asking, ...(body ? { body } : {}), headers })).problem).toMatchObject({ status: 409, code: 'key_reused' });
        expect((await ask(asker, route, { ...asking, headers: { 'idempotency-key': 'a b' } })).problem).toMatchObject({ status: 400, code: 'bad_key' });
        expect(await counted(places.stage)).toEqual(before);
      });

    if (contract && fieldsOf(contract).has('version'))
      it('refuses a version that is not there yet', async () => {
        const { asker, asking } = await prepared();
        const before = await counted(places.stage);
        const { problem } = await ask(asker, route, { ...asking, body: { ...asking.body, version: 999 } });
        expect([400, 409, 422]).toContain(problem?.status);
        expect(await counted(places.stage)).toEqual(before);
      });

    if (hasIds(route))
      it('finds nothing at an address that cannot be', async () => {
        const { asker, asking } = await prepared();
        for (const name of Object.keys(asking.params ?? {}))
          for (const id of ['x', '00000000-0000-0000-0000-000000000000', `' or 1=1 --`, 'a'.repeat(150), '\u0000', '../..', name.endsWith('Key') ? 'not-a-key-we-made' : 'ÄÖÜ']) {
            const { status, problem } = await ask(asker, route, { ...asking, params: { ...asking.params, [name]: id } });
            expect({ name, id, status: problem?.status ?? status }).toEqual({ name, id, status: [404, 410].includes(problem?.status ?? status) ? (problem?.status ?? status) : 404 });
          }
      });

    const query = route.query;
    it('refuses what it does not know in its query', async () => {
      const { asker, asking } = await prepared();
      if (route.method !== 'GET') return;
      expect((await ask(asker, route, { ...asking, query: { ...asking.query, unheardOf: '1' } })).problem).toMatchObject({ status: 400, fields: [{ field: 'unheardOf', code: 'unknown_field' }] });
      const said: string[] = [];
      for (const [key, shape] of query ? fieldsOf(query) : []) {
        const tries: [string, unknown][] = [['100,000 characters', LONG.slice(0, 10_000)], ['NUL', 'a\u0000b']];
        if (shape.many === undefined) tries.push(['twice', ['1', '2']]);
        if (shape.kind !== 'text') tries.push(['nonsense', 'no such thing']);
        for (const [what, value] of tries) {
          const { status, problem } = await ask(asker, route, { ...asking, query: { ...asking.query, [key]: value } });
          if (!isCoded(problem ?? { status, code: '' })) said.push(`${key}: ${what}: ${status} ${problem?.code ?? ''}`);
        }
        // A cursor is text, and still only one that we wrote.
        if (key === 'after') for (const value of ['x', 'e30', 'WzEsMl0', Buffer.from('["a\u0000","b"]').toString('base64url')]) {
          const { status, problem } = await ask(asker, route, { ...asking, query: { ...asking.query, after: value } });
          if (!isCoded(problem ?? { status, code: '' })) said.push(`after ${value}: ${status} ${problem?.code ?? ''}`);
        }
      }
      expect(said).toEqual([]);
    });
  });
});

const pathOf = (path: string, params: Readonly<Record<string, string>> | undefined): string => `/api/v1/${path.replace(/:(\w+)/g, (_key, name: string) => ({ locality: 'northmoor', ...params })[name] ?? '')}`;

/** Every field of a contract that a call says, and those inside. */
function deep(contract: Contract, said: Readonly<Record<string, unknown>>, path: readonly string[] = []): (readonly [readonly string[], Shape])[] {
  return [...fieldsOf(contract)].flatMap(([key, shape]) => {
    const at = [...path, key];
    const value = said[key];
    const one = Array.isArray(value) ? (value as unknown[])[0] : value;
    const inside = shape.kind === 'object' && shape.of && typeof one === 'object' && one !== null ? deep(shape.of(), one as Record<string, unknown>, Array.isArray(value) ? [...at, '0'] : at) : [];
    return [[at, shape] as const, ...inside];
  });
}

function without(said: object, path: readonly string[]): unknown {
  return JSON.parse(JSON.stringify(withAt(said, path, undefined)));
}

/** The same body but for one text, number, date, flag or word, or where it is a list alone, one more or none of it. */
function otherwise(contract: Contract, body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = [...fieldsOf(contract)];
  const [key, shape] = fields.find(([, one]) => one.many === undefined && ['text', 'number', 'date', 'flag', 'word'].includes(one.kind)) ?? fields.find(([, one]) => one.many !== undefined) ?? [];
  if (!key) throw new Error('a contract with nothing to change: say here how its body can differ');
  const said = body[key];
  if (shape?.many !== undefined) return { ...body, [key]: shape.kind === 'object' ? [] : [...((said ?? []) as unknown[]), ...((said ?? []) as unknown[]).slice(0, 1)] };
  if (shape?.kind === 'flag') return { ...body, [key]: said !== true };
  if (shape?.kind === 'word') return { ...body, [key]: shape.words?.find((word) => word !== said) };
  if (shape?.kind === 'date') return { ...body, [key]: '2029-01-31' };
  return { ...body, [key]: shape?.kind === 'text' ? `${String(body[key] ?? '')} too`.trim() : Number(body[key] ?? 1) + 1 };
}
