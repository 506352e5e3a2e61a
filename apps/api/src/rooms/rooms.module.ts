import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { PollsModule } from '../polls/polls.module';
import { GuestsModule } from './guests.module';
import { Joining } from './joining';
import { Listening } from './listening';
import { Rooms } from './rooms';
import { RoomsController } from './rooms.controller';

@Module({ imports: [GuestsModule, IdentityModule, PollsModule], controllers: [RoomsController], providers: [Joining, Listening, Rooms], exports: [Rooms] })
export class RoomsModule {}
