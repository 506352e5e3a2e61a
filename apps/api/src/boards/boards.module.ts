import { Module } from '@nestjs/common';
import { Boards } from './boards';
import { BoardsController } from './boards.controller';

@Module({ controllers: [BoardsController], providers: [Boards], exports: [Boards] })
export class BoardsModule {}
