import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { MilestonesOfActions } from './milestones';

const { add, order, edit, done, knockOn, move, withdraw, restore } = routes.milestones;

@Controller()
export class MilestonesController {
  constructor(private readonly milestones: MilestonesOfActions) {}

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.milestones.add(asked);
  }

  @Serves(order)
  order(@Ask() asked: Asked<typeof order>): Promise<string> {
    return this.milestones.order(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.milestones.edit(asked);
  }

  @Serves(done)
  done(@Ask() asked: Asked<typeof done>): Promise<string> {
    return this.milestones.done(asked);
  }

  @Serves(knockOn)
  knockOn(@Ask() asked: Asked<typeof knockOn>): Promise<string> {
    return this.milestones.knockOn(asked);
  }

  @Serves(move)
  move(@Ask() asked: Asked<typeof move>): Promise<string> {
    return this.milestones.move(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.milestones.withdraw(asked);
  }

  @Serves(restore)
  restore(@Ask() asked: Asked<typeof restore>): Promise<string> {
    return this.milestones.restore(asked);
  }
}
