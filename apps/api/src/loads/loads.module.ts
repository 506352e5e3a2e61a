import { Module } from '@nestjs/common';
import { Loads } from './loads';
import { LoadsController } from './loads.controller';

@Module({ controllers: [LoadsController], providers: [Loads] })
export class LoadsModule {}
