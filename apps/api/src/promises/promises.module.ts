import { Module } from '@nestjs/common';
import { CommitmentLinesHere } from './commitment-lines';
import { Promises } from './promises';
import { PromisesController } from './promises.controller';

@Module({ controllers: [PromisesController], providers: [Promises, CommitmentLinesHere] })
export class PromisesModule {}
