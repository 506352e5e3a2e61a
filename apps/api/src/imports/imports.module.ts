import { Module } from '@nestjs/common';
import { Imports } from './imports';
import { ImportWorkers } from './worker/import-workers';
import { ImportsController } from './imports.controller';

@Module({ controllers: [ImportsController], providers: [Imports, ImportWorkers], exports: [Imports] })
export class ImportsModule {}
