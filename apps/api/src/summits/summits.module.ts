import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module';
import { Outcomes } from './outcomes';
import { Summits } from './summits';
import { SummitsController } from './summits.controller';

@Module({ imports: [ActionsModule], controllers: [SummitsController], providers: [Outcomes, Summits], exports: [Summits] })
export class SummitsModule {}
