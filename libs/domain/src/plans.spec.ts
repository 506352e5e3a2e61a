import { checkSignature, checkSponsor, signedState } from './plans';

const SIGNING = { aim: 'Home sooner', version: 3, readVersion: 3, signedOn: '2026-11-21', today: '2026-11-21' };

describe('a signature', () => {
  it('is taken under the aim that was read, today or before', () => {
    expect(checkSignature(SIGNING)).toEqual([]);
    expect(checkSignature({ ...SIGNING, aim: null })).toMatchObject([{ field: 'organisationId' }]);
    expect(checkSignature({ ...SIGNING, readVersion: 2 })).toMatchObject([{ field: 'organisationId' }]);
    expect(checkSignature({ ...SIGNING, signedOn: '2026-11-22' })).toMatchObject([{ field: 'signedOn' }]);
  });

  it('counts under the wording as it now reads; an earlier one stays and says so; one taken back counts for nothing', () => {
    const current = { isCurrent: true, takenBackOn: null };
    const earlier = { isCurrent: false, takenBackOn: null };
    const gone = { isCurrent: false, takenBackOn: '2026-11-01' };
    expect([[], [gone], [earlier], [gone, earlier], [current, earlier], [gone, current]].map(signedState)).toEqual(['unsigned', 'unsigned', 'earlier', 'earlier', 'signed', 'signed']);
  });
});

it('names a sponsor by person, by role or both', () => {
  expect([{ personId: 'p' }, { role: 'Chair' }, { personId: 'p', role: 'Chair' }].map(checkSponsor)).toEqual([[], [], []]);
  expect(checkSponsor({ role: '' })).toMatchObject([{ field: 'role' }]);
});
