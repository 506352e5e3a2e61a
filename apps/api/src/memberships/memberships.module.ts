import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { Memberships } from './memberships';
import { MembershipsController } from './memberships.controller';

@Module({ imports: [PeopleModule], controllers: [MembershipsController], providers: [Memberships] })
export class MembershipsModule {}
