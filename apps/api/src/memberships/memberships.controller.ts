import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Memberships } from './memberships';

const { edit, end } = routes.memberships;

@Controller()
export class MembershipsController {
  constructor(private readonly memberships: Memberships) {}

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.memberships.edit(asked);
  }

  @Serves(end)
  end(@Ask() asked: Asked<typeof end>): Promise<string> {
    return this.memberships.end(asked);
  }
}
