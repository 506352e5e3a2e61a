import { stances } from '@followthrough/contracts';
import fc from 'fast-check';
import { checkAgreeing, checkEarly, checkRound, MOST_PARTNERS, roundState } from './rounds';

const fields = (found: readonly { readonly field: string }[]) => found.map((one) => one.field);
const day = fc.integer({ min: 0, max: 3_000 }).map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

describe('a diagnosis round', () => {
  it.each([
    [{ closesOn: '2026-11-22', partners: 2 }, []],
    [{ closesOn: '2026-11-21', partners: 2 }, ['closesOn']],
    [{ closesOn: '2026-11-23', partners: 1 }, ['organisationIds']],
    [{ closesOn: '2026-11-23', partners: MOST_PARTNERS + 1 }, ['organisationIds']],
    [{ closesOn: '2026-11-21', partners: 0 }, ['closesOn', 'organisationIds']],
  ])('asks several partners and gives them today at least: %j is refused at %j', (said, refused) => {
    expect(fields(checkRound(said, '2026-11-22'))).toEqual(refused);
  });

  it('is never revealed on its last day but by hand, and once revealed stays so; cancelled it stays cancelled on any day', () => {
    fc.assert(
      fc.property(day, day, day, (closesOn, today, later) => {
        const state = (revealedOn: string | null, on: string, cancelledOn: string | null = null) => roundState({ closesOn, revealedOn, cancelledOn }, on);
        if (state(null, today) === 'revealed') expect(today > closesOn).toBe(true);
        else expect([state(null, today), state(today, today)]).toEqual(['open', 'revealed']);
        if (later >= today && state(null, today) === 'revealed') expect(state(null, later)).toBe('revealed');
        expect(state(null, later, today)).toBe('cancelled');
      }),
    );
  });

  it('takes any stance with a reason, and only agreement without', () => {
    fc.assert(fc.property(fc.constantFrom(...stances), fc.string({ minLength: 1 }), (stance, reason) => expect(checkAgreeing({ stance, reason })).toEqual([])));
    expect(stances.filter((stance) => checkAgreeing({ stance }).length === 0)).toEqual(['agree']);
    expect(stances.filter((stance) => checkAgreeing({ stance, reason: null }).length === 0)).toEqual(['agree']);
  });

  it('asks what does not wait for agreement why, naming every finding', () => {
    expect(checkEarly([], undefined)).toEqual([]);
    expect(checkEarly(['3.2'], 'People wait now')).toEqual([]);
    expect(checkEarly(['3.2'], undefined)).toEqual([{ field: 'reason', code: 'rule', message: 'The diagnosis of finding 3.2 is not agreed yet: say why this does not wait' }]);
    fc.assert(fc.property(fc.array(fc.stringMatching(/^\d\.\d$/), { minLength: 2, maxLength: 6 }), (refs) => refs.every((ref) => checkEarly(refs, '')[0]?.message.includes(ref))));
  });
});
