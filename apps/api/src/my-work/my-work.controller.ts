import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { WorkOfMine } from './my-work';

const { read } = routes.myWork;

@Controller()
export class WorkOfMineController {
  constructor(private readonly workOfMine: WorkOfMine) {}

  @Serves(read)
  read(@Ask() asked: Asked<typeof read>): Promise<string> {
    return this.workOfMine.read(asked);
  }
}
