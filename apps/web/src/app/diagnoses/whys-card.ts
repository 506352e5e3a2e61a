import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type DiagnosisPage, NewWhy } from '@followthrough/contracts';
import { MOST_WHYS, saysOnlyShortage, shortageNames } from '@followthrough/domain';
import { Card, Notice, ProseField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { DiagnosisStore } from './diagnosis-store';
import { WhyStep } from './why-step';

/** The chain of whys, from the symptom down. A last one that only says “too little” is asked back, never refused. */
@Component({
  selector: 'ft-whys-card',
  imports: [FormField, Card, FormFrame, Notice, ProseField, WhyStep],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Why is that so?" [sub]="page().whys.length === 0 ? 'Each answer is asked why again. Stop at a way of working that is missing or does not work; often that takes five.' : ''">
      @if (page().whys.length > 0) {
        <ol class="ft-whys">
          @for (why of page().whys; track why.id) { <ft-why [why]="why" [many]="page().whys.length" [mayChange]="mayChange()" [mayAdd]="mayKeep()" /> }
        </ol>
      } @else if (!mayChange()) { <p class="ft-muted">Nobody has asked why yet.</p> }
      @if (shortage(); as shortage) {
        <ft-notice kind="warned">
          <p><b>What makes that so here?</b> The last why says only that there is {{ shortage }}. That is true in most places, so it does not yet say what could change in this one: how is the work shared out, who decides, what is asked twice, what makes people leave?</p>
        </ft-notice>
      }
      @if (mayChange() && page().whys.length < most) {
        <ft-form [form]="form" says="Add this why" [mayLeave]="false" (send)="add()"><ft-prose-field [formField]="form.tree.text" [rows]="2" [label]="asks()" hint="One reason. Never anything about a patient." /></ft-form>
      } @else if (mayChange()) { <p class="ft-muted">A chain has at most {{ most }} whys. Name what else there is as causes, each with its own diagnosis.</p> }
    </ft-card>
  `,
})
export class WhysCard {
  readonly page = input.required<DiagnosisPage>();
  readonly mayKeep = input.required<boolean>();
  private readonly store = inject(DiagnosisStore);
  /** A chain that was agreed is fixed; what it rests on may still grow. */
  protected readonly mayChange = computed(() => this.mayKeep() && this.page().diagnosis?.state === 'open');
  protected readonly most = MOST_WHYS;
  protected readonly form = new ContractForm(NewWhy, {}, {});
  protected readonly asks = computed(() => (this.page().whys.length === 0 ? 'Why do people see that?' : 'And why is that so?'));
  protected readonly shortage = computed(() => {
    const found = saysOnlyShortage(this.page().whys.at(-1)?.text ?? '');
    return found && shortageNames[found];
  });

  protected async add(): Promise<void> {
    if (await this.form.submit(({ text }) => this.store.addWhy(text))) {
      this.form.reset();
      // Why again: the next answer is typed at once.
      setTimeout(() => document.querySelector<HTMLElement>('ft-whys-card > ft-card > ft-form textarea')?.focus());
    }
  }
}
