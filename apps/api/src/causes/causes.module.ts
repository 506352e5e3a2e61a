import { Module } from '@nestjs/common';
import { Causes } from './causes';
import { CausesController } from './causes.controller';

@Module({ controllers: [CausesController], providers: [Causes], exports: [Causes] })
export class CausesModule {}
