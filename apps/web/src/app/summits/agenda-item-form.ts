import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, linkedSignal, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type AgendaEntry, AgendaItemEdit, agendaRoutes, NewAgendaItem, type SummitPage } from '@followthrough/contracts';
import { NumberField, SeveralField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { asChoices, changed } from './choices';

@Component({
  selector: 'ft-agenda-item-form',
  imports: [FormField, NumberField, SeveralField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [says]="item() ? 'Save' : 'Add to the agenda'" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.title" />
      <div class="ft-fields">
        <ft-number-field [formField]="form.tree.minutes" />
        <ft-text-field [formField]="form.tree.lead" />
      </div>
      <ft-several-field label="Findings to discuss" [choices]="findings()" [(value)]="about" />
    </ft-form>
  `,
})
export class AgendaItemForm implements OnInit {
  readonly summit = input.required<SummitPage>();
  /** The item to change; none adds one. */
  readonly item = input<AgendaEntry | null>(null);
  readonly done = output<SummitPage | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly findings = computed(() => asChoices(this.summit().findings));
  protected readonly about = linkedSignal(() => (this.item()?.findings ?? []).map((one) => one.id));
  protected form: ContractForm<NewAgendaItem> | ContractForm<AgendaItemEdit>;

  ngOnInit(): void {
    const item = this.item();
    const more = { injector: this.injector };
    this.form = item ? new ContractForm(AgendaItemEdit, item, more) : new ContractForm(NewAgendaItem, { minutes: 30 }, more);
  }

  protected async save(): Promise<void> {
    const item = this.item();
    let fresh: SummitPage | null = null;
    const saved = await this.form.submit(async (said) => {
      if (!item) fresh = await this.api.ask(agendaRoutes.add, { params: { id: this.summit().id }, body: { ...(said as NewAgendaItem), findingIds: this.about() } });
      else {
        const { added, removed } = changed(item.findings.map((one) => one.id), this.about());
        fresh = await this.api.ask(agendaRoutes.edit, { params: { id: item.id }, body: { ...(said as AgendaItemEdit), addFindings: added, removeFindings: removed } });
      }
    });
    if (saved) this.done.emit(fresh);
  }
}
