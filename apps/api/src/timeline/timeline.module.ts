import { Module } from '@nestjs/common';
import { Timeline } from './timeline';
import { TimelineController } from './timeline.controller';

@Module({ controllers: [TimelineController], providers: [Timeline] })
export class TimelineModule {}
