import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Asking } from './asking';
import { Moderating } from './moderating';

const { moderate, merge, ask, raise, withdraw } = routes.questions;

@Controller()
export class QuestionsController {
  constructor(
    private readonly moderating: Moderating,
    private readonly asking: Asking,
  ) {}

  @Serves(moderate)
  moderate(@Ask() asked: Asked<typeof moderate>): Promise<string> {
    return this.moderating.moderate(asked);
  }

  @Serves(merge)
  merge(@Ask() asked: Asked<typeof merge>): Promise<string> {
    return this.moderating.merge(asked);
  }

  @Serves(ask)
  ask(@Ask() asked: Asked<typeof ask>): Promise<string> {
    return this.asking.ask(asked);
  }

  @Serves(raise)
  raise(@Ask() asked: Asked<typeof raise>): Promise<string> {
    return this.asking.raise(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.asking.withdraw(asked);
  }
}
