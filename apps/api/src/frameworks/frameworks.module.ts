import { Module } from '@nestjs/common';
import { Frameworks } from './frameworks';
import { FrameworksController } from './frameworks.controller';

@Module({ controllers: [FrameworksController], providers: [Frameworks], exports: [Frameworks] })
export class FrameworksModule {}
