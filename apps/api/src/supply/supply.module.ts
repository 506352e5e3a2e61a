import { Module } from '@nestjs/common';
import { ProductiveTimes } from './productive-time';
import { Releases } from './releases';
import { Supply } from './supply';
import { SupplyController } from './supply.controller';

@Module({ controllers: [SupplyController], providers: [ProductiveTimes, Releases, Supply] })
export class SupplyModule {}
