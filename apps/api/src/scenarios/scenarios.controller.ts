import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Scenarios } from './scenarios';

const { list, page, add, edit, change, takeOut, keep, propose, answer, draft, apply, withdraw } = routes.scenarios;

@Controller()
export class ScenariosController {
  constructor(private readonly scenarios: Scenarios) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.scenarios.list(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.scenarios.page(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.scenarios.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.scenarios.edit(asked);
  }

  @Serves(change)
  change(@Ask() asked: Asked<typeof change>): Promise<string> {
    return this.scenarios.change(asked);
  }

  @Serves(takeOut)
  takeOut(@Ask() asked: Asked<typeof takeOut>): Promise<string> {
    return this.scenarios.takeOut(asked);
  }

  @Serves(keep)
  keep(@Ask() asked: Asked<typeof keep>): Promise<string> {
    return this.scenarios.keep(asked);
  }

  @Serves(propose)
  propose(@Ask() asked: Asked<typeof propose>): Promise<string> {
    return this.scenarios.propose(asked);
  }

  @Serves(answer)
  answer(@Ask() asked: Asked<typeof answer>): Promise<string> {
    return this.scenarios.answer(asked);
  }

  @Serves(draft)
  draft(@Ask() asked: Asked<typeof draft>): Promise<string> {
    return this.scenarios.draft(asked);
  }

  @Serves(apply)
  apply(@Ask() asked: Asked<typeof apply>): Promise<string> {
    return this.scenarios.apply(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.scenarios.withdraw(asked);
  }
}
