import { Module } from '@nestjs/common';
import { Organisations } from './organisations';
import { OrganisationsController } from './organisations.controller';

@Module({ controllers: [OrganisationsController], providers: [Organisations], exports: [Organisations] })
export class OrganisationsModule {}
