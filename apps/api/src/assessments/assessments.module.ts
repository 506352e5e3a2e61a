import { Module } from '@nestjs/common';
import { Assessments } from './assessments';
import { AssessmentsController } from './assessments.controller';
import { LoadClock } from './load-clock';

@Module({ controllers: [AssessmentsController], providers: [Assessments, LoadClock] })
export class AssessmentsModule {}
