import { ChangeDetectionStrategy, Component, computed, effect, inject, Injector, input, model, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type ActionPage, DueMoving, DueSetting } from '@followthrough/contracts';
import { moveDue, setDue } from '@followthrough/domain';
import { Button, DateField, Dialog, Notice, ProseField, SelectField, TextField, Toasts, UkDate } from '@followthrough/ui';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { ActionStore } from './action-store';

/** Gives an action its first date, or moves the one it has: why, and who agreed. Nothing moves silently. */
@Component({
  selector: 'ft-due-dialog',
  imports: [FormField, Button, DateField, Dialog, Notice, ProseField, SelectField, TextField, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog [heading]="action().dueOn ? 'Move the due date' : 'Give it a due date'" [(open)]="open" [closesOutside]="false">
      @if (moving(); as form) {
        <form novalidate (submit)="$event.preventDefault(); move(form)">
          @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
          <p>Due now {{ action().dueOn | ukDate }}. The baseline, {{ action().baselineDueOn | ukDate }}, stays; the board sees every move.</p>
          <ft-date-field [formField]="form.tree.dueOn" />
          <ft-select-field [formField]="form.tree.reason" [choices]="reasons" />
          <ft-text-field [formField]="form.tree.agreedBy" />
          <ft-prose-field [formField]="form.tree.note" [rows]="2" />
          <div class="ft-row">
            <button type="submit" ftButton="primary" [disabled]="form.sending()">Move the date</button>
            <button type="button" ftButton (click)="open.set(false)">Cancel</button>
          </div>
        </form>
      }
      @if (setting(); as form) {
        <form novalidate (submit)="$event.preventDefault(); set(form)">
          @if (form.refused(); as refused) { <ft-notice kind="refused">{{ refused.message }}</ft-notice> }
          @if (action().dueText) { <p>The plan says “{{ action().dueText }}”.</p> }
          <ft-date-field [formField]="form.tree.dueOn" hint="This first date is kept as the baseline." />
          <div class="ft-row">
            <button type="submit" ftButton="primary" [disabled]="form.sending()">Save the date</button>
            @if (action().dateUnresolved) { <button type="button" ftButton [disabled]="form.sending()" (click)="keepText()">Keep “{{ action().dueText }}”</button> }
            <button type="button" ftButton (click)="open.set(false)">Cancel</button>
          </div>
        </form>
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

  constructor() {
    effect(() => {
      const open = this.open();
      untracked(() => {
        const { injector } = this;
        this.moving.set(open && this.hasDate() ? new ContractForm(DueMoving, {}, { rules: (said) => moveDue(this.action(), said).refused ?? [], injector }) : undefined);
        this.setting.set(open && !this.hasDate() ? new ContractForm(DueSetting, {}, { rules: (said) => setDue(this.action(), said).refused ?? [], injector }) : undefined);
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
