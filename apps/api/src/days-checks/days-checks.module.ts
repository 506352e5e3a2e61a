import { Module } from '@nestjs/common';
import { DaysChecks } from './days-checks';
import { DaysChecksController } from './days-checks.controller';

@Module({ controllers: [DaysChecksController], providers: [DaysChecks] })
export class DaysChecksModule {}
