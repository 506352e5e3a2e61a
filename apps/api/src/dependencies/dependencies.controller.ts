import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { DependenciesOfActions } from './dependencies';

const { add, drop } = routes.dependencies;

@Controller()
export class DependenciesController {
  constructor(private readonly dependencies: DependenciesOfActions) {}

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.dependencies.add(asked);
  }

  @Serves(drop)
  drop(@Ask() asked: Asked<typeof drop>): Promise<string> {
    return this.dependencies.drop(asked);
  }
}
