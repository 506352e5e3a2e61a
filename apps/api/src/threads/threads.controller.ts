import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Mentions } from './mentions';
import { Threads } from './threads';

const { list, readers, raise, answer, seen, close } = routes.threads;

@Controller()
export class ThreadsController {
  constructor(
    private readonly threads: Threads,
    private readonly mentions: Mentions,
  ) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.threads.list(asked);
  }

  @Serves(readers)
  readers(@Ask() asked: Asked<typeof readers>): Promise<string> {
    return this.threads.readers(asked);
  }

  @Serves(raise)
  raise(@Ask() asked: Asked<typeof raise>): Promise<string> {
    return this.threads.raise(asked);
  }

  @Serves(answer)
  answer(@Ask() asked: Asked<typeof answer>): Promise<string> {
    return this.threads.answer(asked);
  }

  @Serves(seen)
  seen(@Ask() asked: Asked<typeof seen>): Promise<string> {
    return this.mentions.seen(asked);
  }

  @Serves(close)
  close(@Ask() asked: Asked<typeof close>): Promise<string> {
    return this.threads.close(asked);
  }
}
