import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module';
import { DemandModule } from '../demand/demand.module';
import { SupplyModule } from '../supply/supply.module';
import { Applying } from './applying';
import { Scenarios } from './scenarios';
import { ScenariosController } from './scenarios.controller';

@Module({ imports: [ActionsModule, DemandModule, SupplyModule], controllers: [ScenariosController], providers: [Applying, Scenarios] })
export class ScenariosModule {}
