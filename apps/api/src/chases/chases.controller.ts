import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Chases } from './chases';

const { list, send } = routes.chases;

@Controller()
export class ChasesController {
  constructor(private readonly chases: Chases) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.chases.list(asked);
  }

  @Serves(send)
  send(@Ask() asked: Asked<typeof send>): Promise<string> {
    return this.chases.send(asked);
  }
}
