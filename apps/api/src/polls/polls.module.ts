import { Module } from '@nestjs/common';
import { GuestsModule } from '../rooms/guests.module';
import { Polls } from './polls';
import { PollsController } from './polls.controller';
import { Voting } from './voting';

@Module({ imports: [GuestsModule], controllers: [PollsController], providers: [Polls, Voting], exports: [Polls] })
export class PollsModule {}
