import { Module } from '@nestjs/common';
import { Assignments } from './assignments';
import { DemandController } from './demand.controller';
import { Efforts } from './efforts';

@Module({ controllers: [DemandController], providers: [Efforts, Assignments], exports: [Efforts, Assignments] })
export class DemandModule {}
