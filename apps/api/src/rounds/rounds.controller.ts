import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Rounds } from './rounds';
import { Views } from './views';

const { page, open, edit, reveal, cancel, write, agree } = routes.rounds;

@Controller()
export class RoundsController {
  constructor(
    private readonly rounds: Rounds,
    private readonly views: Views,
  ) {}

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.rounds.page(asked);
  }

  @Serves(open)
  open(@Ask() asked: Asked<typeof open>): Promise<string> {
    return this.rounds.open(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.rounds.edit(asked);
  }

  @Serves(reveal)
  reveal(@Ask() asked: Asked<typeof reveal>): Promise<string> {
    return this.rounds.reveal(asked);
  }

  @Serves(cancel)
  cancel(@Ask() asked: Asked<typeof cancel>): Promise<string> {
    return this.rounds.cancel(asked);
  }

  @Serves(write)
  write(@Ask() asked: Asked<typeof write>): Promise<string> {
    return this.views.write(asked);
  }

  @Serves(agree)
  agree(@Ask() asked: Asked<typeof agree>): Promise<string> {
    return this.views.agree(asked);
  }
}
