import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Timeline } from './timeline';

const { show } = routes.timeline;

@Controller()
export class TimelineController {
  constructor(private readonly timeline: Timeline) {}

  @Serves(show)
  show(@Ask() asked: Asked<typeof show>): Promise<string> {
    return this.timeline.show(asked);
  }
}
