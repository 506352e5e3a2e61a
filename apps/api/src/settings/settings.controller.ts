import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Settings } from './settings';

const { read, edit } = routes.settings;

@Controller()
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  @Serves(read)
  read(@Ask() asked: Asked<typeof read>): Promise<string> {
    return this.settings.read(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.settings.edit(asked);
  }
}
