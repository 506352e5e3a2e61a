import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Cycle, type CycleDesk, CycleEdit, cycleRoutes } from '@followthrough/contracts';
import { checkDates } from '@followthrough/domain';
import { DateField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** The dates of one cycle, set by hand. They never cross. */
@Component({
  selector: 'ft-dates-form',
  imports: [FormField, DateField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Save the dates" [narrow]="false" (send)="send()" (leave)="done.emit(null)">
      <div class="ft-fields">
        @if (cycle().state === 'planned') { <ft-date-field [formField]="form.tree.opensOn" /> }
        <ft-date-field [formField]="form.tree.dueOn" />
        <ft-date-field [formField]="form.tree.freezesOn" />
        <ft-date-field [formField]="form.tree.publishesOn" />
      </div>
    </ft-form>
  `,
})
export class DatesForm implements OnInit {
  readonly cycle = input.required<Cycle>();
  readonly done = output<CycleDesk | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<CycleEdit>;

  ngOnInit(): void {
    const cycle = this.cycle();
    this.form = new ContractForm(CycleEdit, cycle, { rules: (said) => checkDates({ ...cycle, ...said }, { isOpen: cycle.state !== 'planned', wasOpensOn: cycle.opensOn }), injector: this.injector });
  }

  protected async send(): Promise<void> {
    let fresh: CycleDesk | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(cycleRoutes.adjust, { params: { id: this.cycle().id }, body })))) this.done.emit(fresh);
  }
}
