import { Module } from '@nestjs/common';
import { BoardsModule } from '../boards/boards.module';
import { Updates } from './updates';
import { UpdatesController } from './updates.controller';

@Module({ imports: [BoardsModule], controllers: [UpdatesController], providers: [Updates], exports: [Updates] })
export class UpdatesModule {}
