import { createHmac, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = 'followthrough.session_token';

const signature = (token: string, secret: string): string => createHmac('sha256', secret).update(token).digest('base64');

/** A session token as its cookie carries it: the token, a dot and its HMAC-SHA256, as the identity library writes it. */
export const signed = (token: string, secret: string): string => encodeURIComponent(`${token}.${signature(token, secret)}`);

const MOST_KNOWN = 2_000;

/**
 * Reads the session token of a request's cookies, if its signature is ours: somebody who reads the table cannot make the
 * cookie. A signature once found right is not computed at every request; whether the session lives is asked each time.
 */
export function sessionReader(secret: string): (cookies: string | undefined) => string | null {
  const known = new Map<string, string>();
  return (cookies) => {
    const value = cookies?.split(/;\s*/).find((one) => one.startsWith(`${SESSION_COOKIE}=`) || one.startsWith(`__Secure-${SESSION_COOKIE}=`))?.split('=').slice(1).join('=');
    if (!value) return null;
    const token = known.get(value) ?? proven(value, secret);
    if (token === null || known.has(value)) return token;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(value, token);
    return token;
  };
}

function proven(value: string, secret: string): string | null {
  let plain: string;
  try {
    plain = decodeURIComponent(value);
  } catch {
    return null;
  }
  const dot = plain.lastIndexOf('.');
  if (dot < 1) return null;
  const token = plain.slice(0, dot);
  const expected = Buffer.from(signature(token, secret));
  const given = Buffer.from(plain.slice(dot + 1));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
