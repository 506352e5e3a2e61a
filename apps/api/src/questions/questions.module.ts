import { Module } from '@nestjs/common';
import { GuestsModule } from '../rooms/guests.module';
import { Asking } from './asking';
import { Moderating } from './moderating';
import { QuestionsController } from './questions.controller';

@Module({ imports: [GuestsModule], controllers: [QuestionsController], providers: [Asking, Moderating] })
export class QuestionsModule {}
