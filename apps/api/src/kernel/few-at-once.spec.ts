import { FewAtOnce } from './few-at-once';

describe('few at once', () => {
  it('never does more than it may, in the order in which it was asked, and goes on after what fails', async () => {
    const few = new FewAtOnce(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    let [running, most] = [0, 0];
    const all = [0, 1, 2, 3, 4].map((at) =>
      few.do(async () => {
        begun.push(at);
        most = Math.max(most, (running += 1));
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
        if (at === 1) throw new Error('one failed');
        return at;
      }).catch((error: Error) => error.message),
    );
    for (let at = 0; at < 5; at += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      ends[at]?.();
    }
    expect(await Promise.all(all)).toEqual([0, 'one failed', 2, 3, 4]);
    expect([begun, most]).toEqual([[0, 1, 2, 3, 4], 2]);
  });
});
