import { Module } from '@nestjs/common';
import { Assessments } from './assessments';
import { AssessmentsController } from './assessments.controller';

@Module({ controllers: [AssessmentsController], providers: [Assessments] })
export class AssessmentsModule {}
