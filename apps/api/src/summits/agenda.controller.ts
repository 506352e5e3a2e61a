import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Agenda } from './agenda';

const { add, edit, order, begin, remove } = routes.agenda;

@Controller()
export class AgendaController {
  constructor(private readonly agenda: Agenda) {}

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.agenda.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.agenda.edit(asked);
  }

  @Serves(order)
  order(@Ask() asked: Asked<typeof order>): Promise<string> {
    return this.agenda.order(asked);
  }

  @Serves(begin)
  begin(@Ask() asked: Asked<typeof begin>): Promise<string> {
    return this.agenda.begin(asked);
  }

  @Serves(remove)
  remove(@Ask() asked: Asked<typeof remove>): Promise<string> {
    return this.agenda.remove(asked);
  }
}
