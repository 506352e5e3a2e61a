import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Capability } from './capability';

const { page, parts } = routes.capability;

@Controller()
export class CapabilityController {
  constructor(private readonly capability: Capability) {}

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.capability.page(asked);
  }

  @Serves(parts)
  parts(@Ask() asked: Asked<typeof parts>): Promise<string> {
    return this.capability.parts(asked);
  }
}
