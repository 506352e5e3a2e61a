import { Module } from '@nestjs/common';
import { Sealer } from './sealer';

@Module({ providers: [Sealer], exports: [Sealer] })
export class HistoryModule {}
