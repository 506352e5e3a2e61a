import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Closures } from './closures';
import { PlansClosing } from './plan-closing';

const { show, give, accept, turnBack, look, reopen, offer, answerOffer, stop, supersede, plan, closePlan, openPlan } = routes.closures;

@Controller()
export class ClosuresController {
  constructor(
    private readonly closures: Closures,
    private readonly plans: PlansClosing,
  ) {}

  @Serves(show)
  show(@Ask() asked: Asked<typeof show>): Promise<string> {
    return this.closures.show(asked);
  }

  @Serves(give)
  give(@Ask() asked: Asked<typeof give>): Promise<string> {
    return this.closures.give(asked);
  }

  @Serves(accept)
  accept(@Ask() asked: Asked<typeof accept>): Promise<string> {
    return this.closures.accept(asked);
  }

  @Serves(turnBack)
  turnBack(@Ask() asked: Asked<typeof turnBack>): Promise<string> {
    return this.closures.turnBack(asked);
  }

  @Serves(look)
  look(@Ask() asked: Asked<typeof look>): Promise<string> {
    return this.closures.look(asked);
  }

  @Serves(reopen)
  reopen(@Ask() asked: Asked<typeof reopen>): Promise<string> {
    return this.closures.reopen(asked);
  }

  @Serves(offer)
  offer(@Ask() asked: Asked<typeof offer>): Promise<string> {
    return this.closures.offer(asked);
  }

  @Serves(answerOffer)
  answerOffer(@Ask() asked: Asked<typeof answerOffer>): Promise<string> {
    return this.closures.answerOffer(asked);
  }

  @Serves(stop)
  stop(@Ask() asked: Asked<typeof stop>): Promise<string> {
    return this.closures.stop(asked);
  }

  @Serves(supersede)
  supersede(@Ask() asked: Asked<typeof supersede>): Promise<string> {
    return this.closures.supersede(asked);
  }

  @Serves(plan)
  plan(@Ask() asked: Asked<typeof plan>): Promise<string> {
    return this.plans.show(asked);
  }

  @Serves(closePlan)
  closePlan(@Ask() asked: Asked<typeof closePlan>): Promise<string> {
    return this.plans.close(asked);
  }

  @Serves(openPlan)
  openPlan(@Ask() asked: Asked<typeof openPlan>): Promise<string> {
    return this.plans.open(asked);
  }
}
