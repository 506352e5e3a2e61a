import { Module } from '@nestjs/common';
import { Chases } from './chases';
import { ChasesController } from './chases.controller';

@Module({ controllers: [ChasesController], providers: [Chases], exports: [Chases] })
export class ChasesModule {}
