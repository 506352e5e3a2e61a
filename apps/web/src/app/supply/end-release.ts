import { ChangeDetectionStrategy, Component, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type PersonSupply, type Release, ReleaseEnd, supplyRoutes } from '@followthrough/contracts';
import { checkEnd } from '@followthrough/domain';
import { Button, DateField, Dialog, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Ends a confirmed release on a day. */
@Component({
  selector: 'ft-end-release',
  imports: [FormField, Button, DateField, Dialog, UkDate, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" ftButton [small]="true" (click)="open()">End<span class="nhsuk-u-visually-hidden"> the release of {{ release().percent }} per cent from {{ release().fromOn | ukDate }}</span></button>
    <ft-dialog heading="End the release" [open]="!!form()" (openChange)="$event || form.set(undefined)" [closesOutside]="false">
      @if (form(); as form) {
        <ft-form [form]="form" [narrow]="false" says="End it" (send)="end(form)" (leave)="this.form.set(undefined)">
          <p>{{ release().percent }} per cent of {{ person().isMe ? 'your' : person().name + '’s' }} time, from {{ release().fromOn | ukDate }}@if (release().toOn) { until {{ release().toOn | ukDate }} }. Work that counts on it afterwards has nobody.</p>
          <ft-date-field [formField]="form.tree.lastOn" />
        </ft-form>
      }
    </ft-dialog>
  `,
})
export class EndRelease {
  readonly person = input.required<PersonSupply>();
  readonly release = input.required<Release>();
  readonly changed = output<PersonSupply>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected readonly form = signal<ContractForm<ReleaseEnd> | undefined>(undefined);

  protected open(): void {
    this.form.set(new ContractForm(ReleaseEnd, {}, { injector: this.injector, rules: ({ lastOn }) => checkEnd(this.release(), lastOn) }));
  }

  protected async end(form: ContractForm<ReleaseEnd>): Promise<void> {
    let fresh: PersonSupply | undefined;
    const done = await form.submit(async (body) => {
      fresh = await this.api.ask(supplyRoutes.end, { params: { id: this.person().id, release: this.release().id }, body });
    });
    if (!done || !fresh) return;
    this.form.set(undefined);
    this.toasts.say('The release ends then.');
    this.changed.emit(fresh);
  }
}
