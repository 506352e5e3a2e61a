import { Module } from '@nestjs/common';
import { People } from './people';
import { PeopleController } from './people.controller';

@Module({ controllers: [PeopleController], providers: [People], exports: [People] })
export class PeopleModule {}
