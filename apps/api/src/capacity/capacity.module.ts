import { Module } from '@nestjs/common';
import { Capacity } from './capacity';
import { CapacityController } from './capacity.controller';

@Module({ controllers: [CapacityController], providers: [Capacity], exports: [Capacity] })
export class CapacityModule {}
