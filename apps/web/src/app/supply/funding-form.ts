import { ChangeDetectionStrategy, Component, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type PersonSupply, PostFunding, supplyRoutes } from '@followthrough/contracts';
import { Button, Card, DateField, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Until when a post is paid for. The leads of the employer say it. */
@Component({
  selector: 'ft-funding',
  imports: [FormField, Button, Card, DateField, UkDate, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Funding of the post">
      @if (person().isOurs && !form()) { <button deeds type="button" id="change-funding" ftButton="quiet" (click)="open()">Change</button> }
      @if (form(); as form) {
        <ft-form [form]="form" (send)="save(form)" (leave)="shut()"><ft-date-field [formField]="form.tree.fundedUntil" /></ft-form>
      } @else if (person().fundedUntil; as until) {
        <p>Paid for until <b>{{ until | ukDate }}</b>. From the day after nothing is given.</p>
      } @else {
        <p class="ft-muted">No end is known.</p>
      }
    </ft-card>
  `,
})
export class FundingForm {
  readonly person = input.required<PersonSupply>();
  readonly changed = output<PersonSupply>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected readonly form = signal<ContractForm<PostFunding> | undefined>(undefined);

  protected open(): void {
    this.form.set(new ContractForm(PostFunding, this.person(), { injector: this.injector }));
  }

  protected shut(): void {
    this.form.set(undefined);
    setTimeout(() => document.getElementById('change-funding')?.focus());
  }

  protected async save(form: ContractForm<PostFunding>): Promise<void> {
    if (!form.isChanged()) return this.shut();
    const saved = await form.submit(async (body) => this.changed.emit(await this.api.ask(supplyRoutes.fund, { params: { id: this.person().id }, body })));
    if (!saved) return;
    this.shut();
    this.toasts.say('The funding is saved.');
  }
}
