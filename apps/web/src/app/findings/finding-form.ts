import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Choice, type FindingPage, findingRoutes, NewFinding } from '@followthrough/contracts';
import { checkThemes } from '@followthrough/domain';
import { ProseField, SelectField, TextField, WordsField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

/** Writes down one thing that a review said, with all that is known of it. */
@Component({
  selector: 'ft-finding-form',
  imports: [FormField, ProseField, SelectField, TextField, WordsField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Add" (send)="save()" (leave)="done.emit(null)">
      <ft-select-field [formField]="form.tree.reviewId" [choices]="offered()" />
      <div class="ft-fields">
        <ft-text-field [formField]="form.tree.ref" />
        <ft-text-field [formField]="form.tree.page" />
      </div>
      <ft-prose-field [formField]="form.tree.quotation" [rows]="6" hint="The report’s own words; a draft until somebody confirms them. Leave out anything that could identify a patient." />
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
        <ft-select-field [formField]="form.tree.force" [choices]="forces" />
      </div>
      <ft-words-field [formField]="form.tree.themes" />
    </ft-form>
  `,
})
export class FindingForm implements OnInit {
  readonly reviews = input.required<readonly Choice[]>();
  /** The review the list is narrowed to, if any. */
  readonly reviewId = input<string | null>(null);
  readonly done = output<FindingPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly kinds = choicesOf(words.findingKind);
  protected readonly forces = choicesOf(words.force);
  protected readonly offered = computed(() => this.reviews().map(({ id, name }) => ({ value: id, label: name })));
  protected form: ContractForm<NewFinding>;

  ngOnInit(): void {
    const [only, second] = this.reviews();
    const reviewId = this.reviewId() ?? (second ? null : only?.id);
    this.form = new ContractForm(NewFinding, { reviewId, kind: 'area_for_improvement', force: 'should' }, { rules: (said) => checkThemes(said.themes), injector: this.injector, draft: 'finding.new' });
  }

  protected async save(): Promise<void> {
    let added: FindingPage | null = null;
    if (await this.form.submit(async (body) => (added = await this.api.ask(findingRoutes.add, { body })))) this.done.emit(added);
  }
}
