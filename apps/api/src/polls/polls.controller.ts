import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Polls } from './polls';
import { Voting } from './voting';

const { add, edit, open, close, vote } = routes.polls;

@Controller()
export class PollsController {
  constructor(
    private readonly polls: Polls,
    private readonly voting: Voting,
  ) {}

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.polls.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.polls.edit(asked);
  }

  @Serves(open)
  open(@Ask() asked: Asked<typeof open>): Promise<string> {
    return this.polls.open(asked);
  }

  @Serves(close)
  close(@Ask() asked: Asked<typeof close>): Promise<string> {
    return this.polls.close(asked);
  }

  @Serves(vote)
  vote(@Ask() asked: Asked<typeof vote>): Promise<string> {
    return this.voting.vote(asked);
  }
}
