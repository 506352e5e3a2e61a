import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { History } from './history';

const { list } = routes.history;

@Controller()
export class HistoryController {
  constructor(private readonly history: History) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.history.list(asked);
  }
}
