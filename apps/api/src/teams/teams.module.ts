import { Module } from '@nestjs/common';
import { Teams } from './teams';
import { TeamsController } from './teams.controller';

@Module({ controllers: [TeamsController], providers: [Teams] })
export class TeamsModule {}
