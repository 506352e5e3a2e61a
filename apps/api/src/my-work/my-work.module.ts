import { Module } from '@nestjs/common';
import { WorkOfMine } from './my-work';
import { WorkOfMineController } from './my-work.controller';

@Module({ controllers: [WorkOfMineController], providers: [WorkOfMine], exports: [WorkOfMine] })
export class WorkOfMineModule {}
