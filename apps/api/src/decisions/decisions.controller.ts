import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Decisions } from './decisions';

const { list, settle } = routes.decisions;

@Controller()
export class DecisionsController {
  constructor(private readonly decisions: Decisions) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.decisions.list(asked);
  }

  @Serves(settle)
  settle(@Ask() asked: Asked<typeof settle>): Promise<string> {
    return this.decisions.settle(asked);
  }
}
