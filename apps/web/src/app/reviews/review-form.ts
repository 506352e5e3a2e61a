import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type FrameworkItem, NewReview, ReviewEdit, type ReviewPage, reviewRoutes } from '@followthrough/contracts';
import { checkReview } from '@followthrough/domain';
import { DateField, SelectField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Adds a review, or changes one. Its framework stays the version it was made with. */
@Component({
  selector: 'ft-review-form',
  imports: [FormField, DateField, SelectField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="review() ? 'Save' : 'Add'" (send)="save()" (leave)="done.emit(null)">
      @if (adding(); as tree) { <ft-select-field [formField]="tree.frameworkId" [choices]="offered()" hint="What the review looked for. It cannot be changed later" /> }
      <ft-text-field [formField]="form.tree.title" />
      <ft-text-field [formField]="form.tree.body" />
      <div class="ft-fields">
        <ft-date-field [formField]="form.tree.fieldworkFrom" />
        <ft-date-field [formField]="form.tree.fieldworkTo" />
        <ft-date-field [formField]="form.tree.publishedOn" />
      </div>
      @if (methods().length > 1) { <ft-select-field [formField]="form.tree.scoringMethod" [needed]="true" [choices]="methods()" hint="How its scores become a band. Scores given by one method are not counted by the other" /> }
      <ft-text-field type="url" [formField]="form.tree.reportUrl" />
    </ft-form>
  `,
})
export class ReviewForm implements OnInit {
  readonly review = input<ReviewPage | null>(null);
  readonly frameworks = input<readonly FrameworkItem[]>([]);
  readonly done = output<ReviewPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly offered = computed(() => this.frameworks().filter((one) => one.state === 'published').map(({ id, title, edition, publisher }) => ({ value: id, label: `${title}, ${edition} (${publisher})` })));
  protected readonly methods = computed(() => (this.review() ?? this.frameworks().find((one) => one.id === this.adding()?.frameworkId().value()))?.scoring?.methods.map(({ code, title }) => ({ value: code, label: title })) ?? []);
  protected form: ContractForm<NewReview> | ContractForm<ReviewEdit>;
  private fresher: ContractForm<NewReview> | undefined;
  protected fresh: ReviewPage | null = null;
  protected readonly adding = () => this.fresher?.tree;

  ngOnInit(): void {
    const review = this.review();
    const more = { rules: checkReview, injector: this.injector, draft: `review.${review?.id ?? 'new'}` };
    if (review) this.form = new ContractForm(ReviewEdit, review, more);
    else this.form = this.fresher = new ContractForm(NewReview, {}, more);
  }

  protected async save(): Promise<void> {
    const review = this.review();
    const saved = await this.form.submit(async (said) => {
      this.fresh = review ? await this.api.ask(reviewRoutes.edit, { params: { id: review.id }, body: said as ReviewEdit }) : await this.api.ask(reviewRoutes.add, { body: said as NewReview });
    });
    if (saved) this.done.emit(this.fresh);
  }
}
