import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { CoProduction } from './co-production';

const { add, edit, remove } = routes.coProduction;

@Controller()
export class CoProductionController {
  constructor(private readonly coProduction: CoProduction) {}

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.coProduction.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.coProduction.edit(asked);
  }

  @Serves(remove)
  remove(@Ask() asked: Asked<typeof remove>): Promise<string> {
    return this.coProduction.remove(asked);
  }
}
