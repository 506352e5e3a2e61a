import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Causes } from './causes';

const { list, add, edit, withdraw, link, unlink } = routes.causes;

@Controller()
export class CausesController {
  constructor(private readonly causes: Causes) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.causes.list(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.causes.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.causes.edit(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.causes.withdraw(asked);
  }

  @Serves(link)
  link(@Ask() asked: Asked<typeof link>): Promise<string> {
    return this.causes.link(asked);
  }

  @Serves(unlink)
  unlink(@Ask() asked: Asked<typeof unlink>): Promise<string> {
    return this.causes.unlink(asked);
  }
}
