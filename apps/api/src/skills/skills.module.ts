import { Module } from '@nestjs/common';
import { Skills } from './skills';
import { SkillsController } from './skills.controller';

@Module({ controllers: [SkillsController], providers: [Skills] })
export class SkillsModule {}
