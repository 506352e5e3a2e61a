import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Frameworks } from './frameworks';

const { list } = routes.frameworks;

@Controller()
export class FrameworksController {
  constructor(private readonly frameworks: Frameworks) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.frameworks.list(asked);
  }
}
