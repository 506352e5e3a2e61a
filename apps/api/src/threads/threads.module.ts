import { Module } from '@nestjs/common';
import { Threads } from './threads';
import { ThreadsController } from './threads.controller';

@Module({ controllers: [ThreadsController], providers: [Threads], exports: [Threads] })
export class ThreadsModule {}
