import { Module } from '@nestjs/common';
import { BoardsModule } from '../boards/boards.module';
import { Versions } from './versions';
import { VersionsController } from './versions.controller';

@Module({ imports: [BoardsModule], controllers: [VersionsController], providers: [Versions] })
export class VersionsModule {}
