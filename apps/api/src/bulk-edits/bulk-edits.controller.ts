import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { BulkEdits } from './bulk-edits';

const { list, preview, apply, undo } = routes.bulkEdits;

@Controller()
export class BulkEditsController {
  constructor(private readonly edits: BulkEdits) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.edits.list(asked);
  }

  @Serves(preview)
  preview(@Ask() asked: Asked<typeof preview>): Promise<string> {
    return this.edits.preview(asked);
  }

  @Serves(apply)
  apply(@Ask() asked: Asked<typeof apply>): Promise<string> {
    return this.edits.apply(asked);
  }

  @Serves(undo)
  undo(@Ask() asked: Asked<typeof undo>): Promise<string> {
    return this.edits.undo(asked);
  }
}
