import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewRelease, type PersonSupply, supplyRoutes } from '@followthrough/contracts';
import { checkRelease } from '@followthrough/domain';
import { DateField, NumberField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Asks for a share of somebody's time, or gives it where their employer asks. */
@Component({
  selector: 'ft-release-form',
  imports: [FormField, DateField, NumberField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [narrow]="false" [says]="person().isOurs ? 'Release' : 'Ask'" (send)="save()" (leave)="done.emit(null)">
      <ft-number-field [formField]="form.tree.percent" unit="per cent" />
      <div class="ft-supply__pair">
        <ft-date-field [formField]="form.tree.fromOn" />
        <ft-date-field [formField]="form.tree.toOn" />
      </div>
      <ft-date-field [formField]="form.tree.fundedUntil" />
    </ft-form>
  `,
})
export class ReleaseForm implements OnInit {
  readonly person = input.required<PersonSupply>();
  readonly done = output<PersonSupply | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewRelease>;

  ngOnInit(): void {
    this.form = new ContractForm(NewRelease, { fromOn: this.person().expectedOn ?? this.person().today }, { injector: this.injector, rules: (said) => checkRelease(said, this.person().releases) });
  }

  protected async save(): Promise<void> {
    let fresh: PersonSupply | null = null;
    const saved = await this.form.submit(async (body) => {
      fresh = await this.api.ask(supplyRoutes.release, { params: { id: this.person().id }, body });
    });
    if (saved) this.done.emit(fresh);
  }
}
