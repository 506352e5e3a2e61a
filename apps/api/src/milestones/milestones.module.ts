import { Module } from '@nestjs/common';
import { MilestonesOfActions } from './milestones';
import { MilestonesController } from './milestones.controller';

@Module({ controllers: [MilestonesController], providers: [MilestonesOfActions] })
export class MilestonesModule {}
