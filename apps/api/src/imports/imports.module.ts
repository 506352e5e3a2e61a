import { Module } from '@nestjs/common';
import { Imports } from './imports';
import { Marks } from './marks';
import { ImportWorkers } from './worker/import-workers';
import { ImportsController } from './imports.controller';

@Module({ controllers: [ImportsController], providers: [Imports, ImportWorkers, Marks], exports: [Imports] })
export class ImportsModule {}
