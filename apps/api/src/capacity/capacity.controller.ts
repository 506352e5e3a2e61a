import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Capacity } from './capacity';

const { page, actions, confirm } = routes.capacity;

@Controller()
export class CapacityController {
  constructor(private readonly capacity: Capacity) {}

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.capacity.page(asked);
  }

  @Serves(actions)
  actions(@Ask() asked: Asked<typeof actions>): Promise<string> {
    return this.capacity.actions(asked);
  }

  @Serves(confirm)
  confirm(@Ask() asked: Asked<typeof confirm>): Promise<string> {
    return this.capacity.confirm(asked);
  }
}
