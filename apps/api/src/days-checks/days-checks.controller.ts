import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { DaysChecks } from './days-checks';

const { mine, of, say } = routes.daysChecks;

@Controller()
export class DaysChecksController {
  constructor(private readonly checks: DaysChecks) {}

  @Serves(mine)
  mine(@Ask() asked: Asked<typeof mine>): Promise<string> {
    return this.checks.mine(asked);
  }

  @Serves(of)
  of(@Ask() asked: Asked<typeof of>): Promise<string> {
    return this.checks.of(asked);
  }

  @Serves(say)
  say(@Ask() asked: Asked<typeof say>): Promise<string> {
    return this.checks.say(asked);
  }
}
