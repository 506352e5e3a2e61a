import { ChangeDetectionStrategy, Component, computed, effect, inject, Injector, input, model, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type ActionPage, actionRoutes, type Contract, DueMoving, DueSetting, needing, omit } from '@followthrough/contracts';
import { moveDue, setDue } from '@followthrough/domain';
import { Button, DateField, Dialog, ProseField, SelectField, TextField, Toasts, UkDate } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { choicesOf, words } from '../words';
import { ActionStore } from './action-store';
import { KnockOnList } from './knock-on-list';

/** What moves along is chosen below the date, from what the knock-on shows. */
const Moving = omit(DueMoving, 'follow');
type Moving = InstanceType<typeof Moving>;

/** Gives an action its first date, or moves the one it has: why, and who agreed. Nothing moves silently. */
@Component({
  selector: 'ft-due-dialog',
  imports: [FormField, Button, DateField, Dialog, ProseField, SelectField, TextField, UkDate, FormFrame, KnockOnList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog [heading]="action().dueOn ? 'Move the due date' : 'Give it a due date'" [(open)]="open" [closesOutside]="false">
      @if (moving(); as form) {
        <ft-form [form]="form" [narrow]="false" says="Move the date" (send)="move(form)" (leave)="open.set(false)">
          @if (isNamed()) { <p><b>{{ action().ref }} {{ action().title }}</b></p> }
          <p>Due now {{ action().dueOn | ukDate }}. The baseline, {{ action().baselineDueOn | ukDate }}, stays; the board sees every move.</p>
          <ft-date-field [formField]="form.tree.dueOn" />
          <ft-knock-on [knockOn]="toOn() ? knockOn.value() : undefined" [loading]="knockOn.loading()" [(along)]="along" />
          <ft-select-field [formField]="form.tree.reason" [choices]="reasons" />
          <ft-text-field [formField]="form.tree.agreedBy" />
          <ft-prose-field [formField]="form.tree.note" [rows]="2" />
        </ft-form>
      }
      @if (setting(); as form) {
        <ft-form [form]="form" [narrow]="false" says="Save the date" (send)="set(form)" (leave)="open.set(false)">
          @if (isNamed()) { <p><b>{{ action().ref }} {{ action().title }}</b></p> }
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
  /** The day that somebody proposed elsewhere, such as on the timeline. */
  readonly proposed = input<string>();
  /** Says which action it is, where the screen behind shows many. */
  readonly isNamed = input(false);
  readonly saved = output();
  private readonly store = inject(ActionStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  protected readonly reasons = choicesOf(words.slipReason);
  protected readonly moving = signal<ContractForm<Moving> | undefined>(undefined);
  protected readonly setting = signal<ContractForm<DueSetting> | undefined>(undefined);
  protected readonly along = signal(true);
  /** The day that is typed, once it is one and is later than now. */
  protected readonly toOn = computed(() => {
    const said = this.moving()?.model().dueOn ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(said) && said > (this.action().dueOn ?? '') ? said : undefined;
  });
  protected readonly knockOn = screen(actionRoutes.knockOn, () => {
    const dueOn = this.toOn();
    return dueOn ? { params: { id: this.action().id }, query: { dueOn } } : undefined;
  });
  private readonly hasDate = computed(() => this.action().dueOn !== null);

  /** A board has approved the plan: a first date since then says why. */
  private readonly settingContract = computed(() => (this.action().approval ? needing(DueSetting, 'reason') : omit(DueSetting, 'reason')) as Contract<DueSetting>);

  constructor() {
    effect(() => {
      const open = this.open();
      untracked(() => {
        const [{ injector }, proposed] = [this, this.proposed()];
        this.along.set(true);
        this.moving.set(open && this.hasDate() ? new ContractForm(Moving, proposed ? { dueOn: proposed } : {}, { rules: (said) => moveDue(this.action(), said).refused ?? [], injector }) : undefined);
        this.setting.set(open && !this.hasDate() ? new ContractForm(this.settingContract(), {}, { rules: (said) => setDue(this.action(), said).refused ?? [], injector }) : undefined);
      });
    });
  }

  protected async move(form: ContractForm<Moving>): Promise<void> {
    // Nobody saves what they have not seen.
    if (this.knockOn.loading()) return;
    const follow = this.along() && this.toOn() ? (this.knockOn.value()?.moves ?? []).map(({ id, toOn }) => ({ id, dueOn: toOn })) : [];
    if (await form.submit((said) => this.store.moveDue({ ...said, follow }))) this.done(follow.length === 0 ? 'Due date moved.' : `Due date moved, and ${follow.length === 1 ? '1 more' : `${follow.length} more`} with it.`);
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
    this.saved.emit();
  }
}
