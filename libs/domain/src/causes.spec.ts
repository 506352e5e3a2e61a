import fc from 'fast-check';
import { checkDeeper, wayDown } from './causes';

const named = (id: string, deeperId: string | null) => ({ id, deeperId, text: `Cause ${id}` });

describe('causes', () => {
  it('are walked from one to the deepest behind it', () => {
    const causes = [named('a', 'b'), named('b', 'c'), named('c', null), named('d', 'gone')];
    expect(wayDown(causes, 'a')).toEqual(['a', 'b', 'c']);
    expect(wayDown(causes, 'd')).toEqual(['d']);
    expect(wayDown(causes, 'nobody')).toEqual([]);
  });

  it('cannot lie behind themselves, and the refusal says the ring', () => {
    const causes = [named('a', 'b'), named('b', 'c'), named('c', null)];
    expect(checkDeeper(causes, 'a', 'a')).toEqual([{ field: 'deeperId', code: 'rule', message: 'A cause cannot lie behind itself: “Cause a” → “Cause a”' }]);
    expect(checkDeeper(causes, 'c', 'a')[0]?.message).toBe('A cause cannot lie behind itself: “Cause c” → “Cause a” → “Cause b” → “Cause c”');
    expect(checkDeeper(causes, 'c', null)).toEqual([]);
    expect(checkDeeper([...causes, named('d', null)], 'c', 'd')).toEqual([]);
  });

  it('stay a tree, whatever is asked for', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 40 }), (asked) => {
        let causes = ids.map((id) => named(id, null));
        for (const [id, deeper] of asked) {
          const isRing = wayDown(causes, deeper).includes(id);
          expect(checkDeeper(causes, id, deeper).length > 0).toBe(isRing);
          if (!isRing) causes = causes.map((one) => (one.id === id ? { ...one, deeperId: deeper } : one)) as typeof causes;
        }
        for (const id of ids) expect(causes.find((one) => one.id === wayDown(causes, id).at(-1))?.deeperId).toBeNull();
      }),
    );
  });
});
