import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MilestoneDone, milestoneRoutes, type Milestones } from '@followthrough/contracts';
import { checkDone, londonDay } from '@followthrough/domain';
import { DateField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** On which day a milestone was done; today, unless somebody says another. */
@Component({
  selector: 'ft-milestone-done',
  imports: [FormField, DateField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="It is done" [small]="true" (send)="save()" (leave)="left.emit()">
      <ft-date-field [formField]="form.tree.doneOn" />
    </ft-form>
  `,
})
export class DoneForm implements OnInit {
  readonly id = input.required<string>();
  readonly saved = output<Milestones>();
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<MilestoneDone>;

  ngOnInit(): void {
    const today = londonDay(new Date());
    this.form = new ContractForm(MilestoneDone, { doneOn: today }, { rules: ({ doneOn }) => checkDone(doneOn, today), injector: this.injector });
  }

  protected async save(): Promise<void> {
    await this.form.submit(async (body) => this.saved.emit(await this.api.ask(milestoneRoutes.done, { params: { id: this.id() }, body })));
  }
}
