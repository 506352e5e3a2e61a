import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type Colour, type Mark, type StatusWord, StatusWordEdit, statusWordRoutes } from '@followthrough/contracts';
import { checkScale } from '@followthrough/domain';
import { Button, type Choice, Notice, ProseField, SelectField, StatusTag, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { ConflictDialog } from '../api/conflict-dialog';
import { ContractForm } from '../api/forms';

export const colourNames: Readonly<Record<Colour, string>> = { grey: 'Grey', green: 'Green', amber: 'Amber', red: 'Red', light_blue: 'Light blue', blue: 'Blue', purple: 'Purple', white: 'White' };
export const markNames: Readonly<Record<Mark, string>> = { circle: 'Ring', disc: 'Disc', triangle: 'Triangle', square: 'Square', tick: 'Tick', diamond: 'Diamond' };
const choices = <K extends string>(names: Readonly<Record<K, string>>): Choice[] => (Object.entries(names) as [K, string][]).map(([value, label]) => ({ value, label }));

/** What one state is called here, when it is true, and its colour with its shape; shown as it will look. */
@Component({
  selector: 'ft-word-form',
  imports: [FormField, Button, Notice, ProseField, SelectField, StatusTag, TextField, ConflictDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'done.emit(null)' },
  template: `
    <form class="ft-narrow" novalidate (submit)="$event.preventDefault(); save()">
      @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
      <p>It will look like this: <ft-status [word]="form.model().word || word().word" [colour]="colour()" [mark]="mark()" /></p>
      <ft-text-field [formField]="form.tree.word" />
      <ft-prose-field [formField]="form.tree.definition" [rows]="2" />
      <div class="ft-fields">
        <ft-select-field [formField]="form.tree.colour" [choices]="colours" />
        <ft-select-field [formField]="form.tree.mark" [choices]="marks" />
      </div>
      <div class="ft-row">
        <button type="submit" ftButton="primary" [disabled]="form.sending()">Save</button>
        <button type="button" ftButton (click)="done.emit(null)">Cancel</button>
      </div>
    </form>
    <ft-conflict-dialog [form]="form" (settled)="done.emit(word())" />
  `,
})
export class WordForm implements OnInit {
  readonly word = input.required<StatusWord>();
  readonly scale = input.required<readonly StatusWord[]>();
  readonly done = output<StatusWord | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected readonly colours = choices(colourNames);
  protected readonly marks = choices(markNames);
  protected form: ContractForm<StatusWordEdit>;
  protected readonly colour = computed(() => this.form.model().colour || this.word().colour);
  protected readonly mark = computed(() => (this.form.model().mark || this.word().mark) as Mark);

  ngOnInit(): void {
    this.form = new ContractForm(StatusWordEdit, this.word(), { rules: (said) => checkScale(this.scale(), { ...this.word(), ...said }), injector: this.injector });
  }

  protected async save(): Promise<void> {
    let fresh: StatusWord = this.word();
    const saved = await this.form.submit(async (said) => {
      fresh = await this.api.ask(statusWordRoutes.edit, { params: { id: this.word().id }, body: said });
    });
    if (saved) this.done.emit(fresh);
  }
}
