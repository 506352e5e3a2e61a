import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { People } from './people';

const { list, add, edit } = routes.people;

@Controller()
export class PeopleController {
  constructor(private readonly people: People) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.people.list(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.people.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.people.edit(asked);
  }
}
