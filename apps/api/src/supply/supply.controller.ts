import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { ProductiveTimes } from './productive-time';
import { Releases } from './releases';
import { Supply } from './supply';

const { mine, ours, person, setPattern, dropPattern, addLeave, dropLeave, release, confirm, end, fund, time, editTime } = routes.supply;

@Controller()
export class SupplyController {
  constructor(
    private readonly supply: Supply,
    private readonly releases: Releases,
    private readonly times: ProductiveTimes,
  ) {}

  @Serves(mine)
  mine(@Ask() asked: Asked<typeof mine>): Promise<string> {
    return this.supply.mine(asked);
  }

  @Serves(ours)
  ours(@Ask() asked: Asked<typeof ours>): Promise<string> {
    return this.supply.ours(asked);
  }

  @Serves(person)
  person(@Ask() asked: Asked<typeof person>): Promise<string> {
    return this.supply.person(asked);
  }

  @Serves(setPattern)
  setPattern(@Ask() asked: Asked<typeof setPattern>): Promise<string> {
    return this.supply.setPattern(asked);
  }

  @Serves(dropPattern)
  dropPattern(@Ask() asked: Asked<typeof dropPattern>): Promise<string> {
    return this.supply.dropPattern(asked);
  }

  @Serves(addLeave)
  addLeave(@Ask() asked: Asked<typeof addLeave>): Promise<string> {
    return this.supply.addLeave(asked);
  }

  @Serves(dropLeave)
  dropLeave(@Ask() asked: Asked<typeof dropLeave>): Promise<string> {
    return this.supply.dropLeave(asked);
  }

  @Serves(release)
  release(@Ask() asked: Asked<typeof release>): Promise<string> {
    return this.releases.ask(asked);
  }

  @Serves(confirm)
  confirm(@Ask() asked: Asked<typeof confirm>): Promise<string> {
    return this.releases.confirm(asked);
  }

  @Serves(end)
  end(@Ask() asked: Asked<typeof end>): Promise<string> {
    return this.releases.end(asked);
  }

  @Serves(fund)
  fund(@Ask() asked: Asked<typeof fund>): Promise<string> {
    return this.supply.fund(asked);
  }

  @Serves(time)
  time(@Ask() asked: Asked<typeof time>): Promise<string> {
    return this.times.read(asked);
  }

  @Serves(editTime)
  editTime(@Ask() asked: Asked<typeof editTime>): Promise<string> {
    return this.times.edit(asked);
  }
}
