import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Skills } from './skills';

const { list, add, edit, withdraw, restore, people, hold } = routes.skills;

@Controller()
export class SkillsController {
  constructor(private readonly skills: Skills) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.skills.list(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.skills.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.skills.edit(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.skills.withdraw(asked);
  }

  @Serves(restore)
  restore(@Ask() asked: Asked<typeof restore>): Promise<string> {
    return this.skills.restore(asked);
  }

  @Serves(people)
  people(@Ask() asked: Asked<typeof people>): Promise<string> {
    return this.skills.people(asked);
  }

  @Serves(hold)
  hold(@Ask() asked: Asked<typeof hold>): Promise<string> {
    return this.skills.hold(asked);
  }
}
