import { Module } from '@nestjs/common';
import { Findings } from './findings';
import { FindingsController } from './findings.controller';

@Module({ controllers: [FindingsController], providers: [Findings], exports: [Findings] })
export class FindingsModule {}
