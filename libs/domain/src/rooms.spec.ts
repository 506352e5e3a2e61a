import fc from 'fast-check';
import { checkJoining, codeSaid, codeShown, makeCode } from './rooms';

describe('a room’s code', () => {
  it('has no vowel, nothing that looks like something else, and is read back as it is shown, in any case', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(27), { minLength: 8, maxLength: 8 }), (drawn) => {
        const left = [...drawn];
        const code = makeCode(() => left.pop() ?? 0);
        expect(code).toMatch(/^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/);
        for (const typed of [codeShown(code), codeShown(code).toLowerCase(), ` ${code.slice(0, 4)} ${code.slice(4)} `]) expect(codeSaid(typed)).toBe(code);
      }),
    );
  });
});

it('asks for a name only where questions carry one', () => {
  expect(checkJoining('named', null)).toMatchObject([{ field: 'name' }]);
  for (const [names, name] of [['named', 'Kim'], ['either', null], ['anonymous', null]] as const) expect(checkJoining(names, name)).toEqual([]);
});
