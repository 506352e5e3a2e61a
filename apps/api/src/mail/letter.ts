/** A mail in plain words: paragraphs, the last of which may be a link. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** A calendar file that goes with it: asks a calendar to take an event, or to drop it. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

const URL_ALONE = /^https?:\/\/\S+$/;

export const asText = ({ paragraphs }: Letter): string => `${paragraphs.join('\n\n')}\n`;

/** The same words as a page that every mail program can show: no images, no styles to block, links as links. */
export function asHtml(text: string): string {
  const paragraphs = text.trim().split('\n\n').map((one) => `<p>${URL_ALONE.test(one) ? `<a href="${escaped(one)}">${escaped(one)}</a>` : escaped(one).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Followthrough</title></head><body style="font: 16px/1.5 Arial, sans-serif">${paragraphs.join('')}</body></html>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
