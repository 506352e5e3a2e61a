import { createHash, randomBytes } from 'node:crypto';

const GUEST_COOKIE = 'followthrough.guest';
/** As long as the session lasts that `join_room` makes, in seconds. */
const LASTS = 18 * 60 * 60;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export const newGuestToken = (): string => randomBytes(32).toString('base64url');
export const guestDigest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What a guest's browser keeps: sent to the addresses of that one room and nowhere else, and no script can read it. */
export const guestCookie = (token: string, code: string, isSecure: boolean): string =>
  `${GUEST_COOKIE}=${token}; Path=/api/v1/join/${code}; Max-Age=${LASTS}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

/** The guest's token of a request's cookies. */
export function guestToken(cookies: string | undefined): string | null {
  const value = cookies?.split(/;\s*/).find((one) => one.startsWith(`${GUEST_COOKIE}=`))?.slice(GUEST_COOKIE.length + 1);
  return value && TOKEN.test(value) ? value : null;
}
