import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewSummit, SummitEdit, type SummitPage, summitRoutes } from '@followthrough/contracts';
import { Button, DateField, Notice, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { ConflictDialog } from '../api/conflict-dialog';
import { ContractForm } from '../api/forms';

@Component({
  selector: 'ft-summit-form',
  imports: [FormField, Button, DateField, Notice, TextField, ConflictDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'done.emit(null)' },
  template: `
    <form class="ft-narrow" novalidate (submit)="$event.preventDefault(); save()">
      @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
      <ft-text-field [formField]="form.tree.title" />
      <ft-date-field [formField]="form.tree.heldOn" />
      <ft-text-field [formField]="form.tree.place" />
      <div class="ft-row">
        <button type="submit" ftButton="primary" [disabled]="form.sending()">{{ summit() ? 'Save' : 'Add' }}</button>
        <button type="button" ftButton (click)="done.emit(null)">Cancel</button>
      </div>
    </form>
    <ft-conflict-dialog [form]="form" />
  `,
})
export class SummitForm implements OnInit {
  readonly summit = input<SummitPage | null>(null);
  readonly done = output<SummitPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<NewSummit> | ContractForm<SummitEdit>;
  protected fresh: SummitPage | null = null;

  ngOnInit(): void {
    const summit = this.summit();
    const more = { injector: this.injector };
    this.form = summit ? new ContractForm(SummitEdit, summit, more) : new ContractForm(NewSummit, {}, more);
  }

  protected async save(): Promise<void> {
    const summit = this.summit();
    const saved = await this.form.submit(async (said) => {
      this.fresh = summit ? await this.api.ask(summitRoutes.edit, { params: { id: summit.id }, body: said as SummitEdit }) : await this.api.ask(summitRoutes.add, { body: said as NewSummit });
    });
    if (saved) this.done.emit(this.fresh);
  }
}
