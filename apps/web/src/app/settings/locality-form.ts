import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { LocalityEdit, type LocalitySettings, settingsRoutes } from '@followthrough/contracts';
import { checkAccent } from '@followthrough/domain';
import { TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** The locality's name and accent colour. A colour that cannot be read on white is refused while it is chosen. */
@Component({
  selector: 'ft-locality-form',
  imports: [FormField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [mayLeave]="false" (send)="save()">
      <ft-text-field [formField]="form.tree.name" />
      <ft-text-field [formField]="form.tree.accent" />
      <p><label class="ft-row">Choose the colour <input #colour class="ft-colour-box" type="color" [value]="form.model().accent || '#0b5d66'" (input)="choose(colour.value)" /></label></p>
    </ft-form>
  `,
})
export class LocalityForm implements OnInit {
  readonly locality = input.required<LocalitySettings>();
  readonly saved = output<LocalitySettings>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<LocalityEdit>;

  ngOnInit(): void {
    this.form = new ContractForm(LocalityEdit, this.locality(), { rules: ({ accent }) => checkAccent(accent), injector: this.injector });
  }

  protected choose(accent: string): void {
    this.form.model.update((model) => ({ ...model, accent }));
    this.form.tree.accent().markAsTouched();
  }

  protected async save(): Promise<void> {
    let fresh: LocalitySettings | undefined;
    const saved = await this.form.submit(async (said) => {
      fresh = await this.api.ask(settingsRoutes.edit, { body: said });
    });
    if (!saved || !fresh) return;
    this.form.reset(fresh);
    this.saved.emit(fresh);
  }
}
