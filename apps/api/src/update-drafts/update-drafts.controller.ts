import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { UpdateDrafts } from './update-drafts';

const { keep, drop } = routes.updateDrafts;

@Controller()
export class UpdateDraftsController {
  constructor(private readonly drafts: UpdateDrafts) {}

  @Serves(keep)
  keep(@Ask() asked: Asked<typeof keep>): Promise<string> {
    return this.drafts.keep(asked);
  }

  @Serves(drop)
  drop(@Ask() asked: Asked<typeof drop>): Promise<string> {
    return this.drafts.drop(asked);
  }
}
