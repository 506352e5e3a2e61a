import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { StatusWords } from './status-words';

const { list, edit } = routes.statusWords;

@Controller()
export class StatusWordsController {
  constructor(private readonly statusWords: StatusWords) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.statusWords.list(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.statusWords.edit(asked);
  }
}
