import { Module } from '@nestjs/common';
import { CausesModule } from '../causes/causes.module';
import { Diagnoses } from './diagnoses';
import { DiagnosesController } from './diagnoses.controller';
import { Whys } from './whys';

@Module({ imports: [CausesModule], controllers: [DiagnosesController], providers: [Diagnoses, Whys], exports: [Diagnoses] })
export class DiagnosesModule {}
