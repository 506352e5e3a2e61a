import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Assessments } from './assessments';

const { doubts, override, endOverride, setting, editSetting } = routes.assessments;

@Controller()
export class AssessmentsController {
  constructor(private readonly assessments: Assessments) {}

  @Serves(doubts)
  doubts(@Ask() asked: Asked<typeof doubts>): Promise<string> {
    return this.assessments.doubts(asked);
  }

  @Serves(override)
  override(@Ask() asked: Asked<typeof override>): Promise<string> {
    return this.assessments.override(asked);
  }

  @Serves(endOverride)
  endOverride(@Ask() asked: Asked<typeof endOverride>): Promise<string> {
    return this.assessments.endOverride(asked);
  }

  @Serves(setting)
  setting(@Ask() asked: Asked<typeof setting>): Promise<string> {
    return this.assessments.setting(asked);
  }

  @Serves(editSetting)
  editSetting(@Ask() asked: Asked<typeof editSetting>): Promise<string> {
    return this.assessments.editSetting(asked);
  }
}
