import { Module } from '@nestjs/common';
import { Snoozes } from './snoozes';
import { SnoozesController } from './snoozes.controller';

@Module({ controllers: [SnoozesController], providers: [Snoozes], exports: [Snoozes] })
export class SnoozesModule {}
