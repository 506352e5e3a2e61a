import type { Env } from '../env';

/** Pages run our own files and nothing else: no inline script or style, no frame round us, nothing from elsewhere. */
const CONTENT = ["default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"];

/** What every answer tells the browser about trust, pages and API alike. */
export function securityHeaders({ publicUrl }: Env): Readonly<Record<string, string>> {
  return {
    'content-security-policy': CONTENT.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Reset and invitation links are addresses: they go to nobody else.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
