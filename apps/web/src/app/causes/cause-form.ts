import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { CauseEdit, type CauseItem, NewCause } from '@followthrough/contracts';
import { checkDeeper } from '@followthrough/domain';
import { ComboboxField, TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { CauseStore } from './cause-store';

/** Adds a cause, or changes one. A ring of causes is refused while it is typed, and shown. */
@Component({
  selector: 'ft-cause-form',
  imports: [FormField, ComboboxField, FormFrame, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="cause() ? 'Save' : 'Add'" [show]="shown" (send)="save()" (leave)="done.emit(false)">
      <ft-text-field [formField]="form.tree.text" />
      @if (others().length > 0) { <ft-combobox-field [formField]="form.tree.deeperId" [choices]="others()" hint="What makes this one so, where it is known. Type some of its words" /> }
      <ng-content select="[deeds]" ngProjectAs="[deeds]" />
    </ft-form>
  `,
})
export class CauseForm implements OnInit {
  /** The cause to change; none adds one. */
  readonly cause = input<CauseItem | null>(null);
  /** Whether something was done. */
  readonly done = output<boolean>();
  private readonly store = inject(CauseStore);
  private readonly injector = inject(Injector);
  private readonly causes = computed(() => this.store.tree()?.causes ?? []);
  protected readonly others = computed(() => this.causes().filter((one) => one.id !== this.cause()?.id).map(({ id, text }) => ({ value: id, label: text })));
  protected readonly shown = (field: string, value: unknown): string | undefined => (field === 'deeperId' ? (this.causes().find((one) => one.id === value)?.text ?? 'None') : undefined);
  protected form: ContractForm<NewCause> | ContractForm<CauseEdit>;

  ngOnInit(): void {
    const cause = this.cause();
    const more = { injector: this.injector, draft: `cause.${cause?.id ?? 'new'}` };
    this.form = cause ? new ContractForm(CauseEdit, cause, { ...more, rules: ({ deeperId }) => checkDeeper(this.causes(), cause.id, deeperId ?? null) }) : new ContractForm(NewCause, {}, more);
  }

  protected async save(): Promise<void> {
    const cause = this.cause();
    if (await this.form.submit((said) => (cause ? this.store.edit(cause.id, said as CauseEdit) : this.store.add(said as NewCause)))) this.done.emit(true);
  }
}
