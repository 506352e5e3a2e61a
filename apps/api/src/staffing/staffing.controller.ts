import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Staffing } from './staffing';

const { list, line, preview } = routes.staffing;

@Controller()
export class StaffingController {
  constructor(private readonly staffing: Staffing) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.staffing.list(asked);
  }

  @Serves(line)
  line(@Ask() asked: Asked<typeof line>): Promise<string> {
    return this.staffing.line(asked);
  }

  @Serves(preview)
  preview(@Ask() asked: Asked<typeof preview>): Promise<string> {
    return this.staffing.preview(asked);
  }
}
