import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Threads } from './threads';

const { list, raise, answer, close } = routes.threads;

@Controller()
export class ThreadsController {
  constructor(private readonly threads: Threads) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.threads.list(asked);
  }

  @Serves(raise)
  raise(@Ask() asked: Asked<typeof raise>): Promise<string> {
    return this.threads.raise(asked);
  }

  @Serves(answer)
  answer(@Ask() asked: Asked<typeof answer>): Promise<string> {
    return this.threads.answer(asked);
  }

  @Serves(close)
  close(@Ask() asked: Asked<typeof close>): Promise<string> {
    return this.threads.close(asked);
  }
}
