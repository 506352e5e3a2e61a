import { Module } from '@nestjs/common';
import { BulkEdits } from './bulk-edits';
import { BulkEditsController } from './bulk-edits.controller';

@Module({ controllers: [BulkEditsController], providers: [BulkEdits], exports: [BulkEdits] })
export class BulkEditsModule {}
