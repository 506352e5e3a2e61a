import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { PlanEdit, type PlanPage } from '@followthrough/contracts';
import { ProseField, TextField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { PlanStore } from './plan-store';

/** Changes the plan's title and aim. Signatures stay under the wording that was signed. */
@Component({
  selector: 'ft-aim-form',
  imports: [FormField, ProseField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.title" />
      <ft-prose-field [formField]="form.tree.aim" [rows]="3" />
      @if (plan().approval; as approval) { <ft-prose-field [formField]="form.tree.reason" [rows]="2" [hint]="approval.board + ' approved this plan: needed where its title or aim changes.'" /> }
      @if (isSigned()) { <p class="ft-muted">It has been signed. Another wording keeps those signatures, each with the words that were signed, and asks for new ones.</p> }
    </ft-form>
  `,
})
export class AimForm implements OnInit {
  readonly plan = input.required<PlanPage>();
  /** What was done; null when nothing was. */
  readonly done = output<string | null>();
  private readonly store = inject(PlanStore);
  private readonly injector = inject(Injector);
  protected form: ContractForm<PlanEdit>;

  ngOnInit(): void {
    this.form = new ContractForm(PlanEdit, this.plan(), { injector: this.injector, draft: `plan.${this.plan().id}` });
  }

  protected isSigned(): boolean {
    return this.plan().partners.some((one) => one.signatures.some((signature) => signature.isCurrent));
  }

  protected async save(): Promise<void> {
    if (await this.form.submit((said) => this.store.edit(said))) this.done.emit('Plan saved.');
  }
}
