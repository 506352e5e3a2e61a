import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewSummit, SummitEdit, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { DateField, ProseField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

@Component({
  selector: 'ft-summit-form',
  imports: [FormField, DateField, ProseField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="summit() ? 'Save' : 'Add'" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.title" />
      <div class="ft-fields">
        <ft-date-field [formField]="form.tree.heldOn" />
        <ft-text-field [formField]="form.tree.startsAt" />
      </div>
      <ft-text-field [formField]="form.tree.place" />
      <ft-prose-field [formField]="form.tree.purpose" [rows]="3" />
    </ft-form>
  `,
})
export class SummitForm implements OnInit {
  readonly summit = input<SummitPage | null>(null);
  readonly done = output<SummitPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewSummit> | ContractForm<SummitEdit>;
  protected fresh: SummitPage | null = null;

  ngOnInit(): void {
    const summit = this.summit();
    const more = { injector: this.injector };
    this.form = summit ? new ContractForm(SummitEdit, summit, more) : new ContractForm(NewSummit, {}, more);
  }

  protected async save(): Promise<void> {
    const summit = this.summit();
    const saved = await this.form.submit(async (said) => {
      this.fresh = summit ? await this.api.ask(summitRoutes.edit, { params: { id: summit.id }, body: said as SummitEdit }) : await this.api.ask(summitRoutes.add, { body: said as NewSummit });
    });
    if (saved) this.done.emit(this.fresh);
  }
}
