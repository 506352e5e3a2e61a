import { Module } from '@nestjs/common';
import { Slippage } from './slippage';
import { SlippageController } from './slippage.controller';

@Module({ controllers: [SlippageController], providers: [Slippage] })
export class SlippageModule {}
