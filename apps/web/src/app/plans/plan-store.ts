import { inject, Injectable, signal } from '@angular/core';
import { actionRoutes, type NewSignature, type NewSponsor, type PlanBoard, type PlanEdit, type PlanPage, planRoutes, type Sponsor } from '@followthrough/contracts';
import { Api } from '../api/api';
import { screen } from '../api/screen';

/** One plan as an agreement. Every write answers with the whole of it, which takes its place here. */
@Injectable()
export class PlanStore {
  private readonly api = inject(Api);
  readonly id = signal('');
  readonly plan = screen(planRoutes.page, () => (this.id() ? { params: { id: this.id() } } : undefined), { keep: true });
  readonly choices = screen(actionRoutes.choices);

  async edit(said: PlanEdit): Promise<void> {
    await this.api.ask(planRoutes.edit, { params: { id: this.id() }, body: said });
    this.plan.reload();
  }

  async sign(said: NewSignature): Promise<void> {
    this.plan.set(await this.api.ask(planRoutes.sign, { params: { id: this.id() }, body: said }));
  }

  async takeBack(signature: string, why: string): Promise<void> {
    this.plan.set(await this.api.ask(planRoutes.takeBack, { params: { id: this.id(), signature }, body: { why } }));
  }

  async addSponsor(said: NewSponsor): Promise<void> {
    this.plan.set(await this.api.ask(planRoutes.addSponsor, { params: { id: this.id() }, body: said }));
  }

  async dropSponsor({ id: sponsor }: Sponsor): Promise<void> {
    this.plan.set(await this.api.ask(planRoutes.dropSponsor, { params: { id: this.id(), sponsor } }));
  }

  async reportTo(said: PlanBoard): Promise<void> {
    this.plan.set(await this.api.ask(planRoutes.reportTo, { params: { id: this.id() }, body: said }));
  }

  async stopReporting(board: string): Promise<void> {
    this.plan.set(await this.api.ask(planRoutes.stopReporting, { params: { id: this.id(), board } }));
  }

  /** A part of the page that another feature wrote. */
  put(part: Partial<PlanPage>): void {
    this.plan.update((plan) => ({ ...plan, ...part }));
  }
}
