import { Id, Instant, OneOf, Quantity, Text } from './kernel/fields';
import { route } from './kernel/route';

/** What may be kept here, by the file's content and not by what it calls itself. Nothing in this list runs when it is opened. */
export const mediaTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'text/plain',
] as const;
export type MediaType = (typeof mediaTypes)[number];

/** The largest file that can be attached, in bytes. */
export const LARGEST_ATTACHMENT = 20_971_520;

/** A file that somebody attached to something. It never changes; its digest is part of the sealed history. */
export class FileItem {
  @Id('Id') id: string;
  @Text('File', { max: 200 }) name: string;
  @OneOf('Kind of file', mediaTypes) mediaType: MediaType;
  @Quantity('Size in bytes', { min: 1, max: LARGEST_ATTACHMENT }) size: number;
  @Text('SHA-256', { min: 64, max: 64, pattern: /^[0-9a-f]+$/ }) digest: string;
  @Text('Attached by', { nullable: true }) attachedBy: string | null;
  @Instant('Attached at') attachedAt: string;
}

export const fileRoutes = {
  attach: route({ method: 'POST', path: 'localities/:locality/files', may: 'file.attach', says: 'Keep a file of up to 20 MB, to attach it to something', upload: LARGEST_ATTACHMENT, answer: FileItem, status: 201, refusals: ['too_many', 'rule', 'unavailable'] }),
  one: route({ method: 'GET', path: 'localities/:locality/files/:id', may: 'plan.read', says: 'What a file is, who attached it and when', answer: FileItem }),
  content: route({ method: 'GET', path: 'localities/:locality/files/:id/content', may: 'plan.read', says: 'The file itself, to save', file: 'application/octet-stream' }),
};
