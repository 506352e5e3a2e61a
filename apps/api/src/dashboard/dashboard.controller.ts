import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { dashboard, dashboardOfPlan } from './dashboard.sql';

const { show } = routes.dashboard;

@Controller()
export class DashboardController {
  constructor(private readonly reads: Reads) {}

  @Serves(show)
  show(@Ask() asked: Asked<typeof show>): Promise<string> {
    const { plan } = asked.query;
    return plan ? this.reads.answer(asked, dashboardOfPlan, [plan]) : this.reads.answer(asked, dashboard);
  }
}
