import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Leave, NewLeave, type PersonSupply, supplyRoutes } from '@followthrough/contracts';
import { checkLeave } from '@followthrough/domain';
import { Button, Card, DateField, SelectField, Toasts, ukDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

/** Days away, to come and past. Nobody says why. */
@Component({
  selector: 'ft-leave-card',
  imports: [FormField, Button, Card, DateField, SelectField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Leave" sub="Days away of any kind. Do not say why: a reason could be about somebody’s health.">
      @if (!form()) { <button deeds type="button" id="add-leave" ftButton="quiet" (click)="open()">Add days away</button> }
      @if (form(); as form) {
        <ft-form [form]="form" [narrow]="false" says="Add" (send)="save(form)" (leave)="shut()">
          <div class="ft-supply__pair">
            <ft-date-field [formField]="form.tree.fromOn" />
            <ft-date-field [formField]="form.tree.toOn" />
          </div>
          <ft-select-field [formField]="form.tree.part" [choices]="parts" />
        </ft-form>
      }
      @if (coming().length > 0) {
        <ul class="ft-supply__list">
          @for (one of coming(); track one.id) {
            <li><span>{{ says(one) }}</span> <button type="button" ftButton="quiet" (click)="drop(one)">Take out<span class="nhsuk-u-visually-hidden"> leave {{ says(one) }}</span></button></li>
          }
        </ul>
      } @else if (!form()) { <p class="ft-muted">None to come is entered. What is usual here is reckoned with until it is.</p> }
      @if (past().length > 0) {
        <details class="ft-above">
          <summary>{{ past().length }} past</summary>
          <ul class="ft-supply__list">@for (one of past(); track one.id) { <li><span>{{ says(one) }}</span> <button type="button" ftButton="quiet" (click)="drop(one)">Take out<span class="nhsuk-u-visually-hidden"> leave {{ says(one) }}</span></button></li> }</ul>
        </details>
      }
    </ft-card>
  `,
})
export class LeaveCard {
  readonly person = input.required<PersonSupply>();
  readonly changed = output<PersonSupply>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();
  protected readonly parts = choicesOf(words.leavePart);
  protected readonly form = signal<ContractForm<NewLeave> | undefined>(undefined);
  protected readonly coming = computed(() => this.person().leave.filter((one) => one.toOn >= this.person().today).toReversed());
  protected readonly past = computed(() => this.person().leave.filter((one) => one.toOn < this.person().today));

  protected says({ fromOn, toOn, part }: Leave): string {
    return `${ukDate(fromOn)}${toOn > fromOn ? ` to ${ukDate(toOn)}` : ''}${part === 'half' ? `, half ${toOn > fromOn ? 'of each day' : 'the day'}` : ''}`;
  }

  protected open(): void {
    this.form.set(new ContractForm(NewLeave, { part: 'whole' }, { injector: this.injector, rules: (said) => checkLeave(said, this.person().leave) }));
  }

  protected shut(): void {
    this.form.set(undefined);
    setTimeout(() => document.getElementById('add-leave')?.focus());
  }

  protected async save(form: ContractForm<NewLeave>): Promise<void> {
    // One day is said once.
    if (!form.model().toOn) form.model.update((model) => ({ ...model, toOn: model.fromOn }));
    const saved = await form.submit(async (body) => this.changed.emit(await this.api.ask(supplyRoutes.addLeave, { params: { id: this.person().id }, body })));
    if (!saved) return;
    this.shut();
    this.toasts.say('The days are entered.');
  }

  protected drop({ id: leave, fromOn, toOn, part }: Leave): Promise<void> {
    const { id } = this.person();
    return this.does(async () => {
      this.changed.emit(await this.api.ask(supplyRoutes.dropLeave, { params: { id, leave } }));
      this.toasts.say('The days are taken out.', () => void this.does(async () => this.changed.emit(await this.api.ask(supplyRoutes.addLeave, { params: { id }, body: { fromOn, toOn, part } }))));
    });
  }
}
