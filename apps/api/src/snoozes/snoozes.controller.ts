import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Snoozes } from './snoozes';

const { snooze, wake } = routes.snoozes;

@Controller()
export class SnoozesController {
  constructor(private readonly snoozes: Snoozes) {}

  @Serves(snooze)
  snooze(@Ask() asked: Asked<typeof snooze>): Promise<string> {
    return this.snoozes.snooze(asked);
  }

  @Serves(wake)
  wake(@Ask() asked: Asked<typeof wake>): Promise<string> {
    return this.snoozes.wake(asked);
  }
}
