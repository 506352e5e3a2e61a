import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Ladder } from './ladder';

const { show } = routes.ladder;

@Controller()
export class LadderController {
  constructor(private readonly ladder: Ladder) {}

  @Serves(show)
  show(@Ask() asked: Asked<typeof show>): Promise<string> {
    return this.ladder.show(asked);
  }
}
