import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Assignments } from './assignments';
import { Efforts } from './efforts';

const { choices, ofAction, add, edit, withdraw, restore, request, confirm, takeBack } = routes.demand;

@Controller()
export class DemandController {
  constructor(
    private readonly efforts: Efforts,
    private readonly assignments: Assignments,
  ) {}

  @Serves(choices)
  choices(@Ask() asked: Asked<typeof choices>): Promise<string> {
    return this.efforts.choices(asked);
  }

  @Serves(ofAction)
  ofAction(@Ask() asked: Asked<typeof ofAction>): Promise<string> {
    return this.efforts.ofAction(asked);
  }

  @Serves(add)
  add(@Ask() asked: Asked<typeof add>): Promise<string> {
    return this.efforts.add(asked);
  }

  @Serves(edit)
  edit(@Ask() asked: Asked<typeof edit>): Promise<string> {
    return this.efforts.edit(asked);
  }

  @Serves(withdraw)
  withdraw(@Ask() asked: Asked<typeof withdraw>): Promise<string> {
    return this.efforts.withdraw(asked);
  }

  @Serves(restore)
  restore(@Ask() asked: Asked<typeof restore>): Promise<string> {
    return this.efforts.restore(asked);
  }

  @Serves(request)
  request(@Ask() asked: Asked<typeof request>): Promise<string> {
    return this.assignments.request(asked);
  }

  @Serves(confirm)
  confirm(@Ask() asked: Asked<typeof confirm>): Promise<string> {
    return this.assignments.confirm(asked);
  }

  @Serves(takeBack)
  takeBack(@Ask() asked: Asked<typeof takeBack>): Promise<string> {
    return this.assignments.takeBack(asked);
  }
}
