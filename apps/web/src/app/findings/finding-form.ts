import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Choice, type FindingPage, findingRoutes, NewFinding } from '@followthrough/contracts';
import { checkThemes } from '@followthrough/domain';
import { Button, Notice, ProseField, SelectField, TextField, WordsField } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';

/** Writes down what a review said. The quotation is locked from then on. */
@Component({
  selector: 'ft-finding-form',
  imports: [FormField, Button, Notice, ProseField, SelectField, TextField, WordsField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'done.emit(null)' },
  template: `
    <form class="ft-narrow" novalidate (submit)="$event.preventDefault(); save()">
      @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
      <ft-select-field [formField]="form.tree.reviewId" [choices]="offered()" />
      <div class="ft-fields">
        <ft-text-field [formField]="form.tree.ref" />
        <ft-text-field [formField]="form.tree.page" />
      </div>
      <ft-prose-field [formField]="form.tree.quotation" [rows]="6" hint="The report’s own words; they cannot be changed later. Leave out anything that could identify a patient." />
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.kind" [choices]="kinds" />
        <ft-select-field [formField]="form.tree.force" [choices]="forces" />
      </div>
      <ft-words-field [formField]="form.tree.themes" />
      <div class="ft-row">
        <button type="submit" ftButton="primary" [disabled]="form.sending()">Add</button>
        <button type="button" ftButton (click)="done.emit(null)">Cancel</button>
      </div>
    </form>
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
    this.form = new ContractForm(NewFinding, { reviewId, kind: 'area_for_improvement', force: 'should' }, { rules: (said) => checkThemes(said.themes), injector: this.injector });
  }

  protected async save(): Promise<void> {
    let added: FindingPage | null = null;
    if (await this.form.submit(async (body) => (added = await this.api.ask(findingRoutes.add, { body })))) this.done.emit(added);
  }
}
