import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { colours, marks, type StatusWord, StatusWordEdit, statusWordRoutes } from '@followthrough/contracts';
import { ProseField, SelectField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

const asChoices = (words: readonly string[]) => words.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' ') }));

/** Changes one status word. Enter saves, Escape leaves it as it was. */
@Component({
  selector: 'ft-status-word-form',
  imports: [FormField, ProseField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.word" />
      <ft-prose-field [formField]="form.tree.definition" />
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.colour" [choices]="colours" />
        <ft-select-field [formField]="form.tree.mark" [choices]="marks" />
      </div>
    </ft-form>
  `,
})
export class StatusWordForm implements OnInit {
  readonly word = input.required<StatusWord>();
  readonly done = output<StatusWord | null>();
  protected readonly colours = asChoices(colours);
  protected readonly marks = asChoices(marks);
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<StatusWordEdit>;

  ngOnInit(): void {
    this.form = new ContractForm(StatusWordEdit, this.word(), { injector: this.injector });
  }

  protected async save(): Promise<void> {
    let fresh: StatusWord | null = null;
    const saved = await this.form.submit(async (said) => {
      fresh = await this.api.ask(statusWordRoutes.edit, { params: { id: this.word().id }, body: said });
    });
    if (saved) this.done.emit(fresh);
  }
}
