import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Versions } from './versions';

const { list, approve, page, compare, amendments, decide } = routes.versions;

@Controller()
export class VersionsController {
  constructor(private readonly versions: Versions) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.versions.list(asked);
  }

  @Serves(approve)
  approve(@Ask() asked: Asked<typeof approve>): Promise<string> {
    return this.versions.approve(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.versions.page(asked);
  }

  @Serves(compare)
  compare(@Ask() asked: Asked<typeof compare>): Promise<string> {
    return this.versions.compare(asked);
  }

  @Serves(amendments)
  amendments(@Ask() asked: Asked<typeof amendments>): Promise<string> {
    return this.versions.amendments(asked);
  }

  @Serves(decide)
  decide(@Ask() asked: Asked<typeof decide>): Promise<string> {
    return this.versions.decide(asked);
  }
}
