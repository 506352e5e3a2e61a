import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { CauseNaming, type DiagnosisPage } from '@followthrough/contracts';
import { ComboboxField, TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { DiagnosisStore } from './diagnosis-store';

/** Names a cause of the finding: one that is known here already, or a new one. */
@Component({
  selector: 'ft-name-cause',
  imports: [FormField, ComboboxField, FormFrame, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Name it" (send)="save()" (leave)="done.emit()">
      @if (known().length > 0) { <ft-combobox-field [formField]="form.tree.causeId" [choices]="known()" label="A cause that another finding has" hint="Type some of its words" /> }
      <ft-text-field [formField]="form.tree.text" [label]="known().length > 0 ? 'Or a new cause' : 'The cause'" />
    </ft-form>
  `,
})
export class NameCause implements OnInit {
  readonly page = input.required<DiagnosisPage>();
  /** The words to begin with. */
  readonly words = input('');
  readonly done = output();
  private readonly store = inject(DiagnosisStore);
  private readonly injector = inject(Injector);
  protected readonly known = computed(() => {
    const here = new Set(this.page().causes.map((one) => one.id));
    return this.page().known.filter((one) => !here.has(one.id)).map(({ id, name }) => ({ value: id, label: name }));
  });
  protected form: ContractForm<CauseNaming>;

  ngOnInit(): void {
    this.form = new ContractForm(CauseNaming, { text: this.words().slice(0, 300) }, { injector: this.injector });
  }

  protected async save(): Promise<void> {
    // Whoever chose a known one after words were offered meant the known one.
    const choose = ({ causeId, text }: CauseNaming): CauseNaming => (causeId && text === this.words().slice(0, 300) ? { causeId } : { ...(causeId ? { causeId } : {}), ...(text ? { text } : {}) });
    if (await this.form.submit((said) => this.store.nameCause(choose(said)))) this.done.emit();
  }
}
