import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { CommitmentLinesHere } from './commitment-lines';
import { Promises } from './promises';

const { page, organisation, ask, confirm, edit, end, lines, editLines } = routes.promises;

@Controller()
export class PromisesController {
  constructor(
    private readonly promises: Promises,
    private readonly linesHere: CommitmentLinesHere,
  ) {}

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.promises.page(asked);
  }

  @Serves(organisation)
  organisation(@Ask() asked: Asked<typeof organisation>): Promise<string> {
    return this.promises.organisation(asked);
  }

  @Serves(ask)
  ask(@Ask() asked: Asked<typeof ask>): Promise<string> {
    return this.promises.ask(asked);
  }

  @Serves(confirm)
  confirm(@Ask() asked: Asked<typeof confirm>): Promise<string> {
    return this.promises.confirm(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.promises.edit(asked);
  }

  @Serves(end)
  end(@Ask() asked: Asked<typeof end>): Promise<string> {
    return this.promises.end(asked);
  }

  @Serves(lines)
  lines(@Ask() asked: Asked<typeof lines>): Promise<string> {
    return this.linesHere.read(asked);
  }

  @Serves(editLines)
  editLines(@Ask() asked: Asked<typeof editLines>): Promise<string> {
    return this.linesHere.edit(asked);
  }
}
