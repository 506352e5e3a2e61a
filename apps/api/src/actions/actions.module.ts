import { Module } from '@nestjs/common';
import { Actions } from './actions';
import { ActionsController } from './actions.controller';

@Module({ controllers: [ActionsController], providers: [Actions], exports: [Actions] })
export class ActionsModule {}
