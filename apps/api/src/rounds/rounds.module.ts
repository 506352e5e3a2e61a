import { Module } from '@nestjs/common';
import { Closing } from './closing';
import { Rounds } from './rounds';
import { RoundsController } from './rounds.controller';
import { Views } from './views';

@Module({ controllers: [RoundsController], providers: [Closing, Rounds, Views] })
export class RoundsModule {}
