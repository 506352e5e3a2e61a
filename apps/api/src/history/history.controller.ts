import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { History } from './history';

const { life, list } = routes.history;

@Controller()
export class HistoryController {
  constructor(private readonly history: History) {}

  @Serves(life)
  life(@Ask() asked: Asked<typeof life>): Promise<string> {
    return this.history.life(asked);
  }

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.history.list(asked);
  }
}
