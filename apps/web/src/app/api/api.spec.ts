import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { organisationRoutes } from '@followthrough/contracts';
import { Here } from '../session/here';
import { Api } from './api';

const body = { name: 'A', kind: 'other', aliases: [] } as const;
const url = '/api/v1/localities/northmoor/organisations';

describe('the client of the API', () => {
  let api: Api;
  let http: HttpTestingController;
  const settled = () => new Promise((resolve) => setTimeout(resolve, 450));
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    TestBed.inject(Here).slug.set('northmoor');
    api = TestBed.inject(Api);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => http.verify());

  it('sends a deed that got no answer again, under the same key', async () => {
    const asked = api.ask(organisationRoutes.add, { body: { ...body, aliases: [] } });
    const first = http.expectOne(url);
    first.error(new ProgressEvent('error'), { status: 0 });
    await settled();
    const second = http.expectOne(url);
    expect(second.request.headers.get('idempotency-key')).toBe(first.request.headers.get('idempotency-key'));
    second.flush({ id: 'x' });
    expect(await asked).toEqual({ id: 'x' });
  });

  it('takes a new key for a deed done again after an answer', async () => {
    const keys: (string | null)[] = [];
    for (const status of [409, 201]) {
      const asked = api.ask(organisationRoutes.add, { body: { ...body, aliases: [] } }).catch((refused: unknown) => refused);
      const request = http.expectOne(url);
      keys.push(request.request.headers.get('idempotency-key'));
      request.flush(status === 409 ? { type: 'x', status, code: 'name_taken', title: 'There is already one with that name' } : { id: 'x' }, { status, statusText: 'x' });
      const answer = await asked;
      if (status === 409) expect(answer).toMatchObject({ code: 'name_taken', message: 'There is already one with that name' });
    }
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('says an answer that is no problem of ours as one', async () => {
    const asked = api.ask(organisationRoutes.list);
    http.expectOne(url).flush('<html>Bad gateway</html>', { status: 500, statusText: 'x' });
    await expect(asked).rejects.toMatchObject({ code: 'failed' });
  });
});
