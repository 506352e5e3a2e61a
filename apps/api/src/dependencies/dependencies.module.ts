import { Module } from '@nestjs/common';
import { DependenciesOfActions } from './dependencies';
import { DependenciesController } from './dependencies.controller';

@Module({ controllers: [DependenciesController], providers: [DependenciesOfActions] })
export class DependenciesModule {}
