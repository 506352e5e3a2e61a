import { Controller, Res, StreamableFile } from '@nestjs/common';
import { LARGEST_ATTACHMENT, routes } from '@followthrough/contracts';
import type { FastifyReply } from 'fastify';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { uploadedFile } from '../kernel/upload';
import { Files } from './files';

const { attach, one, content } = routes.files;

@Controller()
export class FilesController {
  constructor(private readonly files: Files) {}

  @Serves(attach)
  async attach(@Ask() asked: Asked<typeof attach>): Promise<string> {
    await this.files.admit(asked);
    return this.files.attach(asked, await uploadedFile(asked.request, LARGEST_ATTACHMENT));
  }

  @Serves(one)
  one(@Ask() asked: Asked<typeof one>): Promise<string> {
    return this.files.one(asked);
  }

  /** Always to save, never to show: what somebody attached does not run as a page of ours. */
  @Serves(content)
  async content(@Ask() asked: Asked<typeof content>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, mediaType, content: bytes } = await this.files.content(asked);
    void reply.header('content-security-policy', `default-src 'none'; sandbox`);
    return new StreamableFile(bytes, { type: mediaType, length: bytes.length, disposition: `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}` });
  }
}

/** For clients that know ASCII alone. The kept name has no quotes and no control characters. */
const plain = (name: string): string => name.replace(/[^ -~]/g, '_');
/** RFC 8187: what `encodeURIComponent` leaves and the header does not take is encoded too. */
const encoded = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
