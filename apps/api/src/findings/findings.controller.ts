import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Findings } from './findings';

const { list, page, drafts, add, addSeveral, confirm, edit, correct, withdraw, link, unlink } = routes.findings;

@Controller()
export class FindingsController {
  constructor(private readonly findings: Findings) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.findings.list(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.findings.page(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.findings.add(asked);
  }

  @Serves(drafts)
  drafts(@Ask() asked: Asked<typeof drafts>): Promise<string> {
    return this.findings.drafts(asked);
  }

  @Serves(addSeveral)
  addSeveral(@Ask() asked: Asked<typeof addSeveral>): Promise<string> {
    return this.findings.addSeveral(asked);
  }

  @Serves(confirm)
  confirm(@Ask() asked: Asked<typeof confirm>): Promise<string> {
    return this.findings.confirm(asked);
  }

  @Serves(correct)
  correct(@Ask() asked: Asked<typeof correct>): Promise<string> {
    return this.findings.correct(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.findings.edit(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.findings.withdraw(asked);
  }

  @Serves(link)
  link(@Ask() asked: Asked<typeof link>): Promise<string> {
    return this.findings.link(asked);
  }

  @Serves(unlink)
  unlink(@Ask() asked: Asked<typeof unlink>): Promise<string> {
    return this.findings.unlink(asked);
  }
}
