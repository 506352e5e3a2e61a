import { Module } from '@nestjs/common';
import { Settings } from './settings';
import { SettingsController } from './settings.controller';

@Module({ controllers: [SettingsController], providers: [Settings] })
export class SettingsModule {}
