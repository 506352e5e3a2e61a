import { isStorable, type MediaType } from '@followthrough/contracts';

const starts = (bytes: Buffer, text: string, at = 0): boolean => bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

/** Office files are archives; names in an archive are never compressed. */
const IN_ARCHIVE: readonly (readonly [string, MediaType])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['mimetypeapplication/vnd.oasis.opendocument.presentation', 'application/vnd.oasis.opendocument.presentation'],
];

/** What a file really is, by its content alone; null for what is not kept here: programs, pages, macros, archives, what nobody knows. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  if (starts(bytes, '%PDF-')) return 'application/pdf';
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')) return 'image/gif';
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'image/webp';
  if (starts(bytes, 'PK\x03\x04')) return archived(bytes);
  return isPlainText(bytes) ? 'text/plain' : null;
}

function archived(bytes: Buffer): MediaType | null {
  // A document with a program in it, whatever its name.
  if (bytes.includes('vbaProject.bin') || bytes.includes('Basic/script-lc.xml')) return null;
  return IN_ARCHIVE.find(([name]) => bytes.includes(name))?.[1] ?? null;
}

const MARKUP = /<\s*(!doctype|html|script|svg|\?xml|body|iframe)/i;

/** Text that a reader shows as it is: whole UTF-8, nothing to control a terminal, and no page that a browser would run. */
function isPlainText(bytes: Buffer): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return isStorable(text) && !text.startsWith('#!') && !MARKUP.test(text.slice(0, 2_000));
}
