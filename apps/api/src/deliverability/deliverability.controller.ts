import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Deliverabilities } from './deliverabilities';

const { show, actions, ofAction } = routes.deliverability;

@Controller()
export class DeliverabilityController {
  constructor(private readonly deliverabilities: Deliverabilities) {}

  @Serves(show)
  show(@Ask() asked: Asked<typeof show>): Promise<string> {
    return this.deliverabilities.show(asked);
  }

  @Serves(actions)
  actions(@Ask() asked: Asked<typeof actions>): Promise<string> {
    return this.deliverabilities.actions(asked);
  }

  @Serves(ofAction)
  ofAction(@Ask() asked: Asked<typeof ofAction>): Promise<string> {
    return this.deliverabilities.ofAction(asked);
  }
}
