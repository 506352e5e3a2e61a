import { Module } from '@nestjs/common';
import { UpdateSheets } from './update-sheet';
import { UpdateSheetController } from './update-sheet.controller';

@Module({ controllers: [UpdateSheetController], providers: [UpdateSheets], exports: [UpdateSheets] })
export class UpdateSheetModule {}
