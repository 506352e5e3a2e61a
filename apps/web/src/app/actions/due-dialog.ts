import { ChangeDetectionStrategy, Component, computed, effect, inject, Injector, input, model, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type ActionPage, type Contract, DueMoving, DueSetting, needing, omit } from '@followthrough/contracts';
import { moveDue, setDue } from '@followthrough/domain';
import { Button, DateField, Dialog, ProseField, SelectField, TextField, Toasts, UkDate } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { ActionStore } from './action-store';

/** Gives an action its first date, or moves the one it has: why, and who agreed. Nothing moves silently. */
@Component({
  selector: 'ft-due-dialog',
  imports: [FormField, Button, DateField, Dialog, ProseField, SelectField, TextField, UkDate, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog [heading]="action().dueOn ? 'Move the due date' : 'Give it a due date'" [(open)]="open" [closesOutside]="false">
      @if (moving(); as form) {
        <ft-form [form]="form" [narrow]="false" says="Move the date" (send)="move(form)" (leave)="open.set(false)">
          <p>Due now {{ action().dueOn | ukDate }}. The baseline, {{ action().baselineDueOn | ukDate }}, stays; the board sees every move.</p>
          <ft-date-field [formField]="form.tree.dueOn" />
          <ft-select-field [formField]="form.tree.reason" [choices]="reasons" />
          <ft-text-field [formField]="form.tree.agreedBy" />
          <ft-prose-field [formField]="form.tree.note" [rows]="2" />
        </ft-form>
      }
      @if (setting(); as form) {
        <ft-form [form]="form" [narrow]="false" says="Save the date" (send)="set(form)" (leave)="open.set(false)">
          @if (action().dueText) { <p>The plan says “{{ action().dueText }}”.</p> }
          <ft-date-field [formField]="form.tree.dueOn" hint="This first date is kept as the baseline." />
          @if (action().approval) { <ft-prose-field [formField]="form.tree.reason" [rows]="2" /> }
          @if (action().dateUnresolved) { <button deeds type="button" ftButton [disabled]="form.sending()" (click)="keepText()">Keep “{{ action().dueText }}”</button> }
        </ft-form>
      }
    </ft-dialog>
  `,
})
export class DueDialog {
  readonly action = input.required<ActionPage>();
  readonly open = model(false);
  private readonly store = inject(ActionStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly reasons = choicesOf(words.slipReason);
  protected readonly moving = signal<ContractForm<DueMoving> | undefined>(undefined);
  protected readonly setting = signal<ContractForm<DueSetting> | undefined>(undefined);
  private readonly hasDate = computed(() => this.action().dueOn !== null);

  /** A board has approved the plan: a first date since then says why. */
  private readonly settingContract = computed(() => (this.action().approval ? needing(DueSetting, 'reason') : omit(DueSetting, 'reason')) as Contract<DueSetting>);

  constructor() {
    effect(() => {
      const open = this.open();
      untracked(() => {
        const { injector } = this;
        this.moving.set(open && this.hasDate() ? new ContractForm(DueMoving, {}, { rules: (said) => moveDue(this.action(), said).refused ?? [], injector }) : undefined);
        this.setting.set(open && !this.hasDate() ? new ContractForm(this.settingContract(), {}, { rules: (said) => setDue(this.action(), said).refused ?? [], injector }) : undefined);
      });
    });
  }

  protected async move(form: ContractForm<DueMoving>): Promise<void> {
    if (await form.submit((said) => this.store.moveDue(said))) this.done('Due date moved.');
  }

  protected async set(form: ContractForm<DueSetting>): Promise<void> {
    if (await form.submit((said) => this.store.setDue(said))) this.done('Due date saved.');
  }

  protected async keepText(): Promise<void> {
    await this.store.setDue({ keepText: true });
    this.done('Kept as the plan says it.');
  }

  private done(says: string): void {
    this.open.set(false);
    this.toasts.say(says);
  }
}
