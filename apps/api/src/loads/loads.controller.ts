import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Loads } from './loads';

const { page, actions, cell } = routes.loads;

@Controller()
export class LoadsController {
  constructor(private readonly loads: Loads) {}

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.loads.page(asked);
  }

  @Serves(actions)
  actions(@Ask() asked: Asked<typeof actions>): Promise<string> {
    return this.loads.actions(asked);
  }

  @Serves(cell)
  cell(@Ask() asked: Asked<typeof cell>): Promise<string> {
    return this.loads.cell(asked);
  }
}
