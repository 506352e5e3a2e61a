import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Agreement } from './agreement';
import { Plans } from './plans';

const { list, page, add, edit, sign, takeBack, addSponsor, dropSponsor, reportTo, stopReporting } = routes.plans;

@Controller()
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly agreement: Agreement,
  ) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.plans.list(asked);
  }

  @Serves(page)
  page(@Ask() asked: Asked<typeof page>): Promise<string> {
    return this.plans.page(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.plans.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.plans.edit(asked);
  }

  @Serves(sign)
  sign(@Ask() asked: Asked<typeof sign>): Promise<string> {
    return this.agreement.sign(asked);
  }

  @Serves(takeBack)
  takeBack(@Ask() asked: Asked<typeof takeBack>): Promise<string> {
    return this.agreement.takeBack(asked);
  }

  @Serves(addSponsor)
  addSponsor(@Ask() asked: Asked<typeof addSponsor>): Promise<string> {
    return this.agreement.addSponsor(asked);
  }

  @Serves(dropSponsor)
  dropSponsor(@Ask() asked: Asked<typeof dropSponsor>): Promise<string> {
    return this.agreement.dropSponsor(asked);
  }

  @Serves(reportTo)
  reportTo(@Ask() asked: Asked<typeof reportTo>): Promise<string> {
    return this.agreement.reportTo(asked);
  }

  @Serves(stopReporting)
  stopReporting(@Ask() asked: Asked<typeof stopReporting>): Promise<string> {
    return this.agreement.stopReporting(asked);
  }
}
