import { Module } from '@nestjs/common';
import { Updates } from './updates';
import { UpdatesController } from './updates.controller';

@Module({ controllers: [UpdatesController], providers: [Updates], exports: [Updates] })
export class UpdatesModule {}
