import { Module } from '@nestjs/common';
import { Mentions } from './mentions';
import { Threads } from './threads';
import { ThreadsController } from './threads.controller';

@Module({ controllers: [ThreadsController], providers: [Threads, Mentions], exports: [Threads, Mentions] })
export class ThreadsModule {}
