import { Module } from '@nestjs/common';
import { Programmes } from './programmes';
import { ProgrammesController } from './programmes.controller';

@Module({ controllers: [ProgrammesController], providers: [Programmes] })
export class ProgrammesModule {}
