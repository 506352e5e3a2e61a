import type { Multipart } from '@fastify/multipart';
import { storable } from '@followthrough/contracts';
import type { FastifyRequest } from 'fastify';
import { Refusal, refuseField } from './refusal';

export interface Uploaded {
  readonly name: string;
  readonly content: Buffer;
}

/** The one file of a multipart request, of so many bytes at most; the stream is stopped at the limit, so a larger file is never held. */
export async function uploadedFile(request: FastifyRequest, largest: number): Promise<Uploaded> {
  const multipart = request as FastifyRequest & { isMultipart(): boolean; parts(options: { limits: { fileSize: number } }): AsyncIterableIterator<Multipart> };
  if (!multipart.isMultipart()) throw new Refusal('wrong_media', { detail: 'Send the file as multipart/form-data, in the field “file”.' });
  let found: Uploaded | undefined;
  try {
    for await (const part of multipart.parts({ limits: { fileSize: largest } })) {
      if (part.type !== 'file' || part.fieldname !== 'file') throw refuseField('file', 'Choose a file to upload.', 'bad_input');
      const content = await part.toBuffer();
      // The library misses a limit that falls between two chunks, and what it gives then is the beginning of the file.
      if (part.file.truncated) throw tooLarge(largest);
      found = { name: nameOf(part.filename), content };
    }
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown : refusalOf((thrown as { readonly code?: string }).code ?? '', largest);
  }
  if (!found) throw refuseField('file', 'Choose a file to upload.', 'bad_input');
  return found;
}

function refusalOf(code: string, largest: number): Refusal {
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(largest);
  if (code === 'FST_FILES_LIMIT') return refuseField('file', 'Upload one file at a time.', 'bad_input');
  return refuseField('file', 'The upload was cut off or is not in the form expected. Try again.', 'bad_input');
}

const tooLarge = (largest: number): Refusal => new Refusal('too_large', { detail: `The file is larger than ${Math.floor(largest / 1_048_576)} MB.` });

const nameOf = (name: string | undefined): string => storable(name ?? '').replace(/\s+/g, ' ').split(/[\\/]/).at(-1)?.trim().slice(-200).toWellFormed() || 'file';
