import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Slippage } from './slippage';

const { list } = routes.slippage;

@Controller()
export class SlippageController {
  constructor(private readonly slippage: Slippage) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.slippage.list(asked);
  }
}
