import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewProgramme, ProgrammeEdit, type ProgrammeItem, programmeRoutes } from '@followthrough/contracts';
import { type Choice, DateField, ProseField, SelectField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Adds a running programme, or changes one. */
@Component({
  selector: 'ft-programme-form',
  imports: [FormField, DateField, ProseField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="programme() ? 'Save' : 'Add'" [show]="shown" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.name" />
      <ft-prose-field [formField]="form.tree.about" [rows]="3" />
      <ft-select-field [formField]="form.tree.organisationId" [choices]="organisations()" none="Nobody named" />
      <ft-date-field [formField]="form.tree.endsOn" />
    </ft-form>
  `,
})
export class ProgrammeForm implements OnInit {
  /** The programme to change; none adds one. */
  readonly programme = input<ProgrammeItem | null>(null);
  readonly organisations = input.required<readonly Choice[]>();
  /** The programme as it now is; null when nothing was done. */
  readonly done = output<ProgrammeItem | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly shown = (field: string, value: unknown): string | undefined => (field === 'organisationId' ? this.organisations().find((one) => one.value === value)?.label : undefined);
  protected form: ContractForm<NewProgramme> | ContractForm<ProgrammeEdit>;

  ngOnInit(): void {
    const programme = this.programme();
    const more = { injector: this.injector, draft: `programme.${programme?.id ?? 'new'}` };
    this.form = programme ? new ContractForm(ProgrammeEdit, programme, more) : new ContractForm(NewProgramme, {}, more);
  }

  protected async save(): Promise<void> {
    const programme = this.programme();
    let fresh: ProgrammeItem | null = null;
    const saved = await this.form.submit(async (said) => {
      fresh = programme ? await this.api.ask(programmeRoutes.edit, { params: { id: programme.id }, body: said as ProgrammeEdit }) : await this.api.ask(programmeRoutes.add, { body: said as NewProgramme });
    });
    if (saved) this.done.emit(fresh);
  }
}
