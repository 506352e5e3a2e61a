import { Writable } from 'node:stream';
import { problems, routes } from '@followthrough/contracts';
import { DataSource } from 'typeorm';
import { fault } from '../kernel/fault';
import { openStage, type Stage } from '../testing/stage';
import { makeLog } from './log';

describe('what surrounds the API', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  const get = (url: string, headers: Record<string, string> = {}) => stage.app.inject({ method: 'GET', url, headers });

  it('says that it is alive, and ready when the database is as it expects', async () => {
    expect((await get('/api/health')).json()).toEqual({ status: 'alive' });
    const ready = await get('/api/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({ status: 'ready', database: 'answers', migrations: 'current' });
    await stage.owner.query(`update migration set timestamp = 1, name = 'Old1' where true`);
    expect((await get('/api/ready')).json()).toEqual({ status: 'not ready', database: 'answers', migrations: 'behind' });
  });

  it('counts requests by route, never by address', async () => {
    const lead = await stage.person(['lead']);
    await lead.ask(routes.organisations.list);
    const text = (await get('/api/metrics')).body;
    expect(text).toContain('followthrough_requests_total{method="GET",route="/api/v1/localities/:locality/organisations",status="200"} 1');
    expect(text).toMatch(/followthrough_database_connections\{state="open"\} \d/);
    expect(text).not.toContain('northmoor');
    expect((await get('/api/metrics', { 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(404);
  });

  it('documents every route and every refusal, for programs and for people', async () => {
    const document = (await get('/api/docs/openapi.json')).json<{ paths: Record<string, unknown> }>();
    expect(Object.keys(document.paths)).toContain('/api/v1/localities/{locality}/organisations');
    const page = (await get('/api/docs')).body;
    for (const code of Object.keys(problems)) expect(page).toContain(`id="${code}"`);
    for (const group of Object.values(routes)) for (const { says } of Object.values(group)) expect(page).toContain(says.replace(/[&<>"]/g, (sign: string) => `&#${sign.charCodeAt(0)};`));
    expect(page).not.toMatch(/<script|style=|http:\/\//);
  });

  it('logs a request by id and route, and nothing that anybody typed', async () => {
    const lines: string[] = [];
    const log = makeLog('info', new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) }));
    log.log({ requestId: 'r-1', method: 'GET', route: '/api/v1/localities/:locality/people', status: 200, ms: 3 }, 'request');
    expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 'info', at: expect.any(String) as string, from: 'request', requestId: 'r-1', method: 'GET', route: '/api/v1/localities/:locality/people', status: 200, ms: 3 });
    const source = stage.app.get(DataSource, { strict: false });
    const error: unknown = await source.query(`select 'private@people.example'::uuid`).catch((thrown: unknown) => thrown);
    log.error(error);
    expect(lines[1]).toContain('22P02');
    expect(lines[1]).not.toContain('private');
    expect(JSON.stringify(fault(error))).not.toContain('private');
  });
});
