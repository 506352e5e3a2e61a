import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ProductiveTimes } from './productive-time';
import { Releases } from './releases';
import { Supply } from './supply';
import { SupplyController } from './supply.controller';

@Module({ imports: [PeopleModule], controllers: [SupplyController], providers: [ProductiveTimes, Releases, Supply], exports: [Supply] })
export class SupplyModule {}
