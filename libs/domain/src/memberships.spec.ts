import type { Role } from '@followthrough/contracts';
import { checkAccess, checkKept } from './memberships';

const fields = (roles: readonly Role[], validTo: string | null) => checkAccess({ roles, validTo }, '2026-11-21').map((one) => one.field);

describe('access', () => {
  it.each<[string, readonly Role[], string | null, readonly string[]]>([
    ['takes a lead for as long as it is wanted', ['lead'], null, []],
    ['takes several roles', ['lead', 'administrator'], null, []],
    ['takes today as the last day', ['critical_friend'], '2026-11-21', []],
    ['refuses a day that has gone', ['lead'], '2026-11-20', ['validTo']],
    ['refuses no role at all', [], null, ['roles']],
    ['refuses one role twice', ['lead', 'lead'], null, ['roles']],
    ['refuses a visitor without an end', ['visitor'], null, ['validTo']],
    ['takes a visitor for a while', ['visitor'], '2026-12-31', []],
  ])('%s', (_, roles, validTo, refused) => expect(fields(roles, validTo)).toEqual(refused));

  it('needs one administrator who stays', () => {
    expect(checkKept([{ roles: ['administrator'], validTo: null }])).toEqual([]);
    expect(checkKept([{ roles: ['administrator'], validTo: '2030-01-01' }, { roles: ['lead'], validTo: null }])).toHaveLength(1);
    expect(checkKept([])).toHaveLength(1);
  });
});
