import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, linkedSignal, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { FindingEdit, type FindingPage, findingRoutes } from '@followthrough/contracts';
import { checkThemes } from '@followthrough/domain';
import { ChecksField, ProseField, SelectField, TextField, WordsField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

/** Changes a finding; the quotation and its page as long as they are a draft. */
@Component({
  selector: 'ft-finding-edit-form',
  imports: [FormField, ChecksField, ProseField, SelectField, TextField, WordsField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [narrow]="false" [show]="shown" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.ref" />
      @if (!finding().confirmedAt) {
        <ft-prose-field [formField]="form.tree.quotation" [rows]="5" />
        <ft-text-field [formField]="form.tree.page" />
      }
      <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
      <ft-select-field [formField]="form.tree.force" [choices]="forces" />
      <ft-words-field [formField]="form.tree.themes" />
      @if (criteria().length > 0) { <ft-checks-field label="Criteria it speaks to" [choices]="criteria()" [(value)]="ticked" /> }
    </ft-form>
  `,
})
export class FindingEditForm implements OnInit {
  readonly finding = input.required<FindingPage>();
  readonly done = output<FindingPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly kinds = choicesOf(words.findingKind);
  protected readonly forces = choicesOf(words.force);
  protected readonly criteria = computed(() => this.finding().allCriteria.map(({ id, domain, title }) => ({ value: id, label: `${domain}: ${title}` })));
  protected readonly ticked = linkedSignal(() => this.finding().criteria.map((one) => one.id));
  protected readonly shown = (field: string, value: unknown): string | undefined =>
    field === 'kind' ? words.findingKind[value as keyof typeof words.findingKind] : field === 'force' ? words.force[value as keyof typeof words.force] : undefined;
  protected form: ContractForm<FindingEdit>;
  protected fresh: FindingPage | null = null;

  ngOnInit(): void {
    this.form = new ContractForm(FindingEdit, this.finding(), { rules: ({ themes }) => checkThemes(themes ?? []), injector: this.injector, draft: `finding.${this.finding().id}` });
  }

  protected async save(): Promise<void> {
    const before = this.finding().criteria.map((one) => one.id);
    const after = this.ticked();
    this.form.model.update((model) => ({ ...model, addCriteria: after.filter((id) => !before.includes(id)), removeCriteria: before.filter((id) => !after.includes(id)) }));
    const saved = await this.form.submit(async (body) => (this.fresh = await this.api.ask(findingRoutes.edit, { params: { id: this.finding().id }, body })));
    if (saved) this.done.emit(this.fresh);
  }
}
