import { Outbox } from './outbox';
import { Refused } from './refused';

const refused = (code: 'unavailable' | 'rule'): Refused => new Refused({ type: 'x', status: code === 'rule' ? 422 : 0, code, title: 'No' });
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** The test's browser has no locks: one at a time is what they give. */
beforeAll(() => {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: (_: string, work: () => Promise<unknown>) => work() } });
});
beforeEach(() => localStorage.clear());

describe('what waits on the device', () => {
  it('is sent in order, each thing once, the latest of what is about the same', async () => {
    const sent: string[] = [];
    let isThere = false;
    const outbox = new Outbox<string>('a', async (deed) => {
      if (!isThere) throw refused('unavailable');
      sent.push(deed);
    }, () => undefined);
    outbox.put('vote 1', 'for');
    outbox.put('question 1', 'why?');
    outbox.put('vote 1', 'not for');
    await until(() => outbox.waiting().length === 2);
    expect(sent).toEqual([]);
    isThere = true;
    dispatchEvent(new Event('online'));
    await until(() => outbox.waiting().length === 0);
    expect(sent).toEqual(['why?', 'not for']);
    outbox.stop();
  });

  it('outlives the tab that it was typed in', async () => {
    const closed = new Outbox<string>('b', () => Promise.reject(refused('unavailable')), () => undefined);
    closed.put('question 1', 'still here?');
    await until(() => closed.waiting().length === 1);
    closed.stop();
    const sent: string[] = [];
    const opened = new Outbox<string>('b', async (deed) => void sent.push(deed), () => undefined);
    await until(() => sent.length === 1);
    expect(sent).toEqual(['still here?']);
    expect(localStorage.getItem('followthrough.outbox.b')).toBe('[]');
    opened.stop();
  });

  it('says what the server will never take, and goes on with the rest', async () => {
    const said: string[] = [];
    const outbox = new Outbox<string>('c', (deed) => (deed === 'bad' ? Promise.reject(refused('rule')) : Promise.resolve()), (deed, says) => said.push(`${deed}: ${says}`));
    outbox.put('1', 'bad');
    outbox.put('2', 'good');
    await until(() => outbox.waiting().length === 0 && said.length === 1);
    expect(said).toEqual(['bad: No']);
    outbox.stop();
  });

  it('keeps what was done again while the first was on its way', async () => {
    const sent: string[] = [];
    let release: () => void = () => undefined;
    const outbox = new Outbox<string>('d', async (deed) => {
      if (sent.push(deed) === 1) await new Promise<void>((resolve) => (release = resolve));
    }, () => undefined);
    outbox.put('vote', 'for');
    await until(() => sent.length === 1);
    outbox.put('vote', 'not for');
    release();
    await until(() => sent.length === 2);
    expect(sent).toEqual(['for', 'not for']);
    outbox.stop();
  });
});
