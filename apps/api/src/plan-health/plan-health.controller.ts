import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { HealthOfPlans } from './plan-health';

const { show } = routes.planHealth;

@Controller()
export class PlanHealthController {
  constructor(private readonly health: HealthOfPlans) {}

  @Serves(show)
  show(@Ask() asked: Asked<typeof show>): Promise<string> {
    return this.health.show(asked);
  }
}
