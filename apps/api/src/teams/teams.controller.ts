import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Teams } from './teams';

const { list, add, edit, withdraw, bringBack, join, editMember, leave } = routes.teams;

@Controller()
export class TeamsController {
  constructor(private readonly teams: Teams) {}

  @Serves(list)
  list(@Ask() asked: Asked<typeof list>): Promise<string> {
    return this.teams.list(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.teams.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.teams.edit(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.teams.withdraw(asked);
  }

  @Serves(bringBack)
  bringBack(@Ask() asked: Asked<typeof bringBack>): Promise<string> {
    return this.teams.bringBack(asked);
  }

  @Serves(join)
  join(@Ask() asked: Asked<typeof join>): Promise<string> {
    return this.teams.join(asked);
  }

  @Serves(editMember)
  editMember(@Ask() asked: Asked<typeof editMember>): Promise<string> {
    return this.teams.editMember(asked);
  }

  @Serves(leave)
  leave(@Ask() asked: Asked<typeof leave>): Promise<string> {
    return this.teams.leave(asked);
  }
}
