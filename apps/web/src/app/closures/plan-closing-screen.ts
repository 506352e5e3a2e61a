import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { closureRoutes, NewRetrospective } from '@followthrough/contracts';
import { Button, Card, Failed, ProseField, Skeleton, TextField, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { Why } from '../api/why';
import { PlanHead } from '../plans/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';

/** Closing a plan: what is missing, and once nothing is, what was learned about how it was done. */
@Component({
  selector: 'ft-plan-closing',
  imports: [FormField, RouterLink, Button, Card, Failed, FormFrame, PlanHead, ProseField, Skeleton, TextField, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './plan-closing-screen.html',
})
export class PlanClosingScreen {
  /** From the address. */
  readonly plan = input<string>();
  protected readonly here = inject(Here);
  protected readonly me = inject(Me);
  protected readonly words = words;
  private readonly api = inject(Api);
  private readonly why = inject(Why);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly deed = deeds();
  protected readonly closing = screen(closureRoutes.plan, () => {
    const id = this.plan();
    return id ? { params: { id } } : undefined;
  }, { keep: true });
  protected readonly form = signal<ContractForm<NewRetrospective> | undefined>(undefined);
  protected readonly says = computed(() => {
    const one = this.closing.value();
    if (!one) return '';
    if (one.closedOn) return 'This plan is closed';
    if (one.actions === 0) return 'There is no action in the plan yet';
    return one.unfinished === 0 ? 'Every action has ended: the plan can close' : `${one.unfinished} ${one.unfinished === 1 ? 'action keeps' : 'actions keep'} the plan open`;
  });
  protected readonly ends = computed(() => {
    const one = this.closing.value();
    return one ? (['done', 'transferred', 'stopped', 'superseded'] as const).map((key) => ({ key, says: words.disposition[key], count: one[key] })) : [];
  });

  protected begin(): void {
    this.form.set(new ContractForm(NewRetrospective, {}, { injector: this.injector, draft: `plan.${this.plan() ?? ''}.retrospective` }));
  }

  protected async close(form: ContractForm<NewRetrospective>): Promise<void> {
    const id = this.plan() ?? '';
    if (!(await form.submit((body) => this.closing.take(this.api.ask(closureRoutes.closePlan, { params: { id }, body }))))) return;
    this.form.set(undefined);
    this.toasts.say('The plan is closed.');
  }

  protected async open(): Promise<void> {
    const id = this.plan() ?? '';
    const reason = await this.why.ask('The plan is opened again. Its retrospective stays.');
    if (reason === undefined) return;
    await this.deed(async () => {
      await this.closing.take(this.api.ask(closureRoutes.openPlan, { params: { id }, body: { reason } }));
      this.toasts.say('The plan is open again.');
    });
  }
}
