import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Reviews } from './reviews';

const { list, page, add, edit, say, score } = routes.reviews;

@Controller()
export class ReviewsController {
  constructor(private readonly reviews: Reviews) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.reviews.list(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.reviews.page(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.reviews.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.reviews.edit(asked);
  }

  @Serves(say)
  say(@Ask() asked: Asked<typeof say>): Promise<string> {
    return this.reviews.say(asked);
  }

  @Serves(score)
  score(@Ask() asked: Asked<typeof score>): Promise<string> {
    return this.reviews.score(asked);
  }
}
