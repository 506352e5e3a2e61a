import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { search } from './search.sql';

const { find } = routes.search;

@Controller()
export class SearchController {
  constructor(private readonly reads: Reads) {}

  @Serves(find)
  find(@Ask() asked: Asked<typeof find>): Promise<string> {
    return this.reads.answer(asked, search, [asked.query.text]);
  }
}
