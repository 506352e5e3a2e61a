import type { MediaType } from '@followthrough/contracts';

/** The endings that each kind of file goes by; the first is given to a file that goes by none of them. */
export const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'csv', 'tsv', 'md'],
};

/** Control characters, characters that turn the direction of text (“exe.pdf” read backwards), and what file systems refuse. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu;

/**
 * The name a file is kept and saved under: no path, nothing hidden, at most 200 characters, and the ending of what it
 * really is, so that a program never goes by the name of a document or the other way round.
 */
export function safeName(said: string, mediaType: MediaType): string {
  const plain = (said.toWellFormed().split(/[\\/]/).at(-1) ?? '').replace(UNSAFE, '').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const [first, ...others] = endings[mediaType];
  const ending = [first, ...others].find((one) => plain.toLowerCase().endsWith(`.${one}`));
  const stem = ending ? plain.slice(0, -ending.length - 1) : plain;
  return `${[...stem].slice(0, 100).join('').trim() || 'file'}.${ending ?? first}`;
}

/** “1.4 MB”, for people: decimal, as their own computers say it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${unit}`;
}
