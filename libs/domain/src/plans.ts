import type { FieldRefusal } from '@followthrough/contracts';

/** What there is to sign, what the signer read, and when. Days are `YYYY-MM-DD`, so text order is time order. */
export interface Signing {
  readonly aim: string | null;
  readonly version: number;
  readonly readVersion: number;
  readonly signedOn: string;
  readonly today: string;
}

/** Nobody signs nothing, a wording that they have not seen, or a day that has not come. */
export function checkSignature({ aim, version, readVersion, signedOn, today }: Signing): readonly FieldRefusal[] {
  if (aim === null) return [{ field: 'organisationId', code: 'rule', message: 'The plan has no aim yet: there is nothing to sign' }];
  if (readVersion !== version) return [{ field: 'organisationId', code: 'rule', message: 'The plan was changed since you opened it: read its aim again, then record the signature' }];
  return signedOn > today ? [{ field: 'signedOn', code: 'rule', message: 'Signed on cannot be after today' }] : [];
}

/** A sponsor is somebody: by name, by role, or both. */
export const checkSponsor = ({ personId, role }: { readonly personId?: string | null; readonly role?: string | null }): readonly FieldRefusal[] =>
  personId || role ? [] : [{ field: 'role', code: 'rule', message: 'Say the person or the role' }];

export type SignedState = 'signed' | 'earlier' | 'unsigned';

/** How a partner stands to the aim as it now reads: a signature under another wording stays, and is not one under this. */
export function signedState(signatures: readonly { readonly isCurrent: boolean; readonly takenBackOn: string | null }[]): SignedState {
  const standing = signatures.filter((one) => one.takenBackOn === null);
  return standing.some((one) => one.isCurrent) ? 'signed' : standing.length > 0 ? 'earlier' : 'unsigned';
}
