import { Module } from '@nestjs/common';
import { CoProduction } from './co-production';
import { CoProductionController } from './co-production.controller';

@Module({ controllers: [CoProductionController], providers: [CoProduction] })
export class CoProductionModule {}
