import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Frameworks } from './frameworks';

const { list, page, copy, renew, edit, publish, discard } = routes.frameworks;

@Controller()
export class FrameworksController {
  constructor(private readonly frameworks: Frameworks) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.frameworks.list(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.frameworks.page(asked);
  }

  @Serves(copy)
  copy(@Ask() asked: Asked<typeof copy>): Promise<string> {
    return this.frameworks.copy(asked);
  }

  @Serves(renew)
  renew(@Ask() asked: Asked<typeof renew>): Promise<string> {
    return this.frameworks.renew(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.frameworks.edit(asked);
  }

  @Serves(publish)
  publish(@Ask() asked: Asked<typeof publish>): Promise<string> {
    return this.frameworks.publish(asked);
  }

  @Serves(discard)
  discard(@Ask() asked: Asked<typeof discard>): Promise<string> {
    return this.frameworks.discard(asked);
  }
}
