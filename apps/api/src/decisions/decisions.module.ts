import { Module } from '@nestjs/common';
import { Decisions } from './decisions';
import { DecisionsController } from './decisions.controller';

@Module({ controllers: [DecisionsController], providers: [Decisions], exports: [Decisions] })
export class DecisionsModule {}
