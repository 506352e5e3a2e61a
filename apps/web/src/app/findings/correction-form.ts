import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type FindingPage, findingRoutes, NewCorrection } from '@followthrough/contracts';
import { ProseField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Says what a locked quotation should have been. It begins with the quotation itself, so that only the slip is typed. */
@Component({
  selector: 'ft-correction-form',
  imports: [FormField, ProseField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Add the correction" (send)="save()" (leave)="done.emit(null)">
      <ft-prose-field [formField]="form.tree.quotation" [rows]="4" />
      <ft-text-field [formField]="form.tree.page" />
      <ft-prose-field [formField]="form.tree.reason" [rows]="2" />
    </ft-form>
  `,
})
export class CorrectionForm implements OnInit {
  readonly finding = input.required<Pick<FindingPage, 'id' | 'quotation' | 'page' | 'corrections'>>();
  readonly done = output<FindingPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewCorrection>;

  ngOnInit(): void {
    const { id, quotation, page, corrections } = this.finding();
    const latest = corrections.at(-1);
    this.form = new ContractForm(NewCorrection, { quotation: latest?.quotation ?? quotation, page: latest?.page ?? page }, { injector: this.injector, draft: `correction.${id}` });
  }

  protected async save(): Promise<void> {
    let fresh: FindingPage | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(findingRoutes.correct, { params: { id: this.finding().id }, body })))) this.done.emit(fresh);
  }
}
