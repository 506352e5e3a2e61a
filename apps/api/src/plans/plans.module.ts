import { Module } from '@nestjs/common';
import { Plans } from './plans';
import { PlansController } from './plans.controller';

@Module({ controllers: [PlansController], providers: [Plans], exports: [Plans] })
export class PlansModule {}
