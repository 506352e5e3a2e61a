import { Module } from '@nestjs/common';
import { Closures } from './closures';
import { ClosuresController } from './closures.controller';
import { PlansClosing } from './plan-closing';

@Module({ controllers: [ClosuresController], providers: [Closures, PlansClosing], exports: [Closures] })
export class ClosuresModule {}
