import { Module } from '@nestjs/common';
import { BoardsModule } from '../boards/boards.module';
import { Agreement } from './agreement';
import { Plans } from './plans';
import { PlansController } from './plans.controller';

@Module({ imports: [BoardsModule], controllers: [PlansController], providers: [Agreement, Plans], exports: [Plans] })
export class PlansModule {}
