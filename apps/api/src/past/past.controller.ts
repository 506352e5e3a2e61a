import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Reads } from '../kernel/reads';
import { askedMoment } from './asked-moment';
import { pastAction, pastDashboard, pastReports } from './past.sql';
import { pastList } from './past-list.sql';
import { pastHealth } from './past-health.sql';
import { pastTimeline } from './past-timeline.sql';

const { reports, dashboard, actions, timeline, health, action } = routes.past;

/** Screens as at a moment that has been. Nothing is written here: the past has no deeds. */
@Controller()
export class PastController {
  constructor(private readonly reads: Reads) {}

  @Serves(reports)
  reports(@Ask() asked: Asked<typeof reports>): Promise<string> {
    return this.reads.answer(asked, pastReports);
  }

  @Serves(dashboard)
  dashboard(@Ask() asked: Asked<typeof dashboard>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at);
    return this.reads.answer(asked, pastDashboard, [report, day, asked.query.plan ?? null]);
  }

  @Serves(actions)
  actions(@Ask() asked: Asked<typeof actions>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at, asked.query);
    const { statement, values } = pastList(asked.query, report, day);
    return this.reads.answer(asked, statement, values);
  }

  @Serves(timeline)
  timeline(@Ask() asked: Asked<typeof timeline>): Promise<string> {
    const { at, ...query } = asked.query;
    const { report, day } = askedMoment(at);
    const { statement, values } = pastTimeline(query);
    return this.reads.answer(asked, statement, [...values, report, day]);
  }

  @Serves(health)
  health(@Ask() asked: Asked<typeof health>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at);
    return this.reads.answer(asked, pastHealth, [asked.params.id, report, day]);
  }

  @Serves(action)
  action(@Ask() asked: Asked<typeof action>): Promise<string> {
    const { report, day } = askedMoment(asked.query.at);
    return this.reads.answer(asked, pastAction, [report, day, null, asked.params.id]);
  }
}
