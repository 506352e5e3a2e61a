import { Module } from '@nestjs/common';
import { MeasureLinks } from './measure-links';
import { MeasurePoints } from './measure-points';
import { Measures } from './measures';
import { MeasuresController } from './measures.controller';

@Module({ controllers: [MeasuresController], providers: [Measures, MeasurePoints, MeasureLinks] })
export class MeasuresModule {}
