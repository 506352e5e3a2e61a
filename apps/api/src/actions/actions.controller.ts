import { Controller, StreamableFile } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Actions } from './actions';

const { list, export: exported, choices, page, add, edit, setDue, knockOn, moveDue, withdraw, restore } = routes.actions;

@Controller()
export class ActionsController {
  constructor(private readonly actions: Actions) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.actions.list(asked);
  }

  @Serves(exported)
  async export(@Ask() asked: Asked<typeof exported>): Promise<StreamableFile> {
    return new StreamableFile(await this.actions.export(asked), { type: exported.file ?? '', disposition: `attachment; filename="plan-${asked.params.locality}.xlsx"` });
  }

  @Serves(choices)
  choices(@Ask() asked: Asked<typeof choices>): Promise<string> {
    return this.actions.choices(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.actions.page(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.actions.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.actions.edit(asked);
  }

  @Serves(setDue)
  setDue(@Ask() asked: Asked<typeof setDue>): Promise<string> {
    return this.actions.setDue(asked);
  }

  @Serves(knockOn)
  knockOn(@Ask() asked: Asked<typeof knockOn>): Promise<string> {
    return this.actions.knockOn(asked);
  }

  @Serves(moveDue)
  moveDue(@Ask() asked: Asked<typeof moveDue>): Promise<string> {
    return this.actions.moveDue(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.actions.withdraw(asked);
  }

  @Serves(restore)
  restore(@Ask() asked: Asked<typeof restore>): Promise<string> {
    return this.actions.restore(asked);
  }
}
