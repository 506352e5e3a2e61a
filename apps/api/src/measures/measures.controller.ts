import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { MeasureLinks } from './measure-links';
import { MeasurePoints } from './measure-points';
import { Measures } from './measures';

const { list, page, add, edit, addPoints, correct, retire, takeUp, withdraw, link, unlink } = routes.measures;

@Controller()
export class MeasuresController {
  constructor(
    private readonly measures: Measures,
    private readonly points: MeasurePoints,
    private readonly links: MeasureLinks,
  ) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.measures.list(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.measures.page(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.measures.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.measures.edit(asked);
  }

  @Serves(addPoints)
  addPoints(@Ask() asked: Asked<typeof addPoints>): Promise<string> {
    return this.points.add(asked);
  }

  @Serves(correct)
  correct(@Ask() asked: Asked<typeof correct>): Promise<string> {
    return this.points.correct(asked);
  }

  @Serves(retire)
  retire(@Ask() asked: Asked<typeof retire>): Promise<string> {
    return this.measures.retire(asked);
  }

  @Serves(takeUp)
  takeUp(@Ask() asked: Asked<typeof takeUp>): Promise<string> {
    return this.measures.takeUp(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.measures.withdraw(asked);
  }

  @Serves(link)
  link(@Ask() asked: Asked<typeof link>): Promise<string> {
    return this.links.link(asked);
  }

  @Serves(unlink)
  unlink(@Ask() asked: Asked<typeof unlink>): Promise<string> {
    return this.links.unlink(asked);
  }
}
