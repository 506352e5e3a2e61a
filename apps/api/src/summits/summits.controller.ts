import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Outcomes } from './outcomes';
import { Summits } from './summits';

const { list, page, add, edit, open, close, publish, record, addOutcome, editOutcome, makeAction, link, unlink } = routes.summits;

@Controller()
export class SummitsController {
  constructor(
    private readonly summits: Summits,
    private readonly outcomes: Outcomes,
  ) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.summits.list(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.summits.page(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.summits.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.summits.edit(asked);
  }

  @Serves(open)
  open(@Ask() asked: Asked<typeof open>): Promise<string> {
    return this.summits.open(asked);
  }

  @Serves(close)
  close(@Ask() asked: Asked<typeof close>): Promise<string> {
    return this.summits.close(asked);
  }

  @Serves(publish)
  publish(@Ask() asked: Asked<typeof publish>): Promise<string> {
    return this.summits.publish(asked);
  }

  @Serves(record)
  record(@Ask() asked: Asked<typeof record>): Promise<string> {
    return this.summits.record(asked);
  }

  @Serves(addOutcome)
  addOutcome(@Ask() asked: Asked<typeof addOutcome>): Promise<string> {
    return this.outcomes.add(asked);
  }

  @Serves(editOutcome)
  editOutcome(@Ask() asked: Asked<typeof editOutcome>): Promise<string> {
    return this.outcomes.edit(asked);
  }

  @Serves(makeAction)
  makeAction(@Ask() asked: Asked<typeof makeAction>): Promise<string> {
    return this.outcomes.makeAction(asked);
  }

  @Serves(link)
  link(@Ask() asked: Asked<typeof link>): Promise<string> {
    return this.outcomes.link(asked);
  }

  @Serves(unlink)
  unlink(@Ask() asked: Asked<typeof unlink>): Promise<string> {
    return this.outcomes.unlink(asked);
  }
}
