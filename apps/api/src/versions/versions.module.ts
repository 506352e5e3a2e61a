import { Module } from '@nestjs/common';
import { Versions } from './versions';
import { VersionsController } from './versions.controller';

@Module({ controllers: [VersionsController], providers: [Versions] })
export class VersionsModule {}
