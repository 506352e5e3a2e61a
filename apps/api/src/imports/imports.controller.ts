import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Imports } from './imports';
import { uploadedFile } from '../kernel/upload';
import { LARGEST_FILE } from './reading/limits';

const { list, upload, one, choose, preview, progress, apply, undo, discard } = routes.imports;

@Controller()
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.imports.list(asked);
  }

  @Serves(upload)
  async upload(@Ask() asked: Asked<typeof upload>): Promise<string> {
    const actor = await this.imports.admit(asked);
    return this.imports.upload(asked, actor, await uploadedFile(asked.request, LARGEST_FILE));
  }

  @Serves(one)
  one(@Ask() asked: Asked<typeof one>): Promise<string> {
    return this.imports.one(asked);
  }

  @Serves(choose)
  choose(@Ask() asked: Asked<typeof choose>): Promise<string> {
    return this.imports.choose(asked);
  }

  @Serves(preview)
  preview(@Ask() asked: Asked<typeof preview>): Promise<string> {
    return this.imports.preview(asked);
  }

  @Serves(progress)
  progress(@Ask() asked: Asked<typeof progress>): Promise<string> {
    return this.imports.progress(asked);
  }

  @Serves(apply)
  apply(@Ask() asked: Asked<typeof apply>): Promise<string> {
    return this.imports.apply(asked);
  }

  @Serves(undo)
  undo(@Ask() asked: Asked<typeof undo>): Promise<string> {
    return this.imports.undo(asked);
  }

  @Serves(discard)
  discard(@Ask() asked: Asked<typeof discard>): Promise<string> {
    return this.imports.discard(asked);
  }
}
