import { Module } from '@nestjs/common';
import { UpdateDrafts } from './update-drafts';
import { UpdateDraftsController } from './update-drafts.controller';

@Module({ controllers: [UpdateDraftsController], providers: [UpdateDrafts], exports: [UpdateDrafts] })
export class UpdateDraftsModule {}
