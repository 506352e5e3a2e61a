import type { FieldRefusal, Role } from '@followthrough/contracts';

export interface Access {
  readonly roles: readonly Role[];
  /** The last day of access, `YYYY-MM-DD`; null for as long as it is wanted. */
  readonly validTo: string | null;
}

/** What access may be given: at least one role, each once, not in the past, and visitors for a limited time. */
export function checkAccess({ roles, validTo }: Access, today: string): readonly FieldRefusal[] {
  const found: FieldRefusal[] = [];
  if (roles.length === 0) found.push({ field: 'roles', code: 'rule', message: 'Choose at least one role' });
  if (new Set(roles).size < roles.length) found.push({ field: 'roles', code: 'rule', message: 'Name each role once' });
  if (validTo !== null && validTo < today) found.push({ field: 'validTo', code: 'rule', message: 'Access until must be today or later. To stop it now, end it' });
  if (validTo === null && roles.includes('visitor')) found.push({ field: 'validTo', code: 'rule', message: 'A visitor comes for a limited time: say until when' });
  return found;
}

/** Somebody must be able to let people in. `access`: everybody's after the change, those whose access has ended left out. */
export function checkKept(access: readonly Access[]): readonly FieldRefusal[] {
  const isKept = access.some(({ roles, validTo }) => roles.includes('administrator') && validTo === null);
  return isKept ? [] : [{ field: 'roles', code: 'rule', message: 'This is the last programme administrator here without an end date. Make somebody else administrator first' }];
}
