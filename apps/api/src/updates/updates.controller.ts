import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Updates } from './updates';

const { desk, report, batch, list } = routes.updates;

@Controller()
export class UpdatesController {
  constructor(private readonly updates: Updates) {}

  @Serves(desk)
  desk(@Ask() asked: Asked<typeof desk>): Promise<string> {
    return this.updates.desk(asked);
  }

  @Serves(report)
  report(@Ask() asked: Asked<typeof report>): Promise<string> {
    return this.updates.report(asked);
  }

  @Serves(batch)
  batch(@Ask() asked: Asked<typeof batch>): Promise<string> {
    return this.updates.batch(asked);
  }

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.updates.list(asked);
  }
}
