import type { MultipartFile } from '@fastify/multipart';
import { storable } from '@followthrough/contracts';
import type { FastifyRequest } from 'fastify';
import { Refusal, refuseField } from './refusal';

export interface Uploaded {
  readonly name: string;
  readonly content: Buffer;
}

/** The one file of a multipart request; the stream is stopped at the limit, so a larger file is never held. */
export async function uploadedFile(request: FastifyRequest): Promise<Uploaded> {
  const multipart = request as FastifyRequest & { isMultipart(): boolean; file(): Promise<MultipartFile | undefined> };
  if (!multipart.isMultipart()) throw new Refusal('wrong_media', { detail: 'Send the file as multipart/form-data, in the field “file”.' });
  try {
    const part = await multipart.file();
    if (!part || part.fieldname !== 'file') throw refuseField('file', 'Choose a file to upload.', 'bad_input');
    const content = await part.toBuffer();
    return { name: nameOf(part.filename), content };
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    const code = (thrown as { readonly code?: string }).code ?? '';
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw new Refusal('too_large', { detail: 'The file is larger than 10 MB.' });
    if (code.startsWith('FST_') || thrown instanceof Error) throw refuseField('file', 'The upload was cut off or is not in the form expected. Try again.', 'bad_input');
    throw thrown;
  }
}

const nameOf = (name: string | undefined): string => storable(name ?? '').replace(/\s+/g, ' ').split(/[\\/]/).at(-1)?.trim().slice(-200).toWellFormed() || 'file';
