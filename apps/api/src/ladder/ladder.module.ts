import { Module } from '@nestjs/common';
import { Ladder } from './ladder';
import { LadderController } from './ladder.controller';

@Module({ controllers: [LadderController], providers: [Ladder] })
export class LadderModule {}
