import { Module } from '@nestjs/common';
import { History } from './history';
import { HistoryController } from './history.controller';
import { Sealer } from './sealer';

@Module({ controllers: [HistoryController], providers: [History, Sealer], exports: [Sealer] })
export class HistoryModule {}
