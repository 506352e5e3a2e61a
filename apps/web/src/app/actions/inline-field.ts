import { ChangeDetectionStrategy, Component, computed, effect, type ElementRef, inject, Injector, input, signal, untracked, viewChild } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { ActionEdit, type ActionPage, type Contract, fieldsOf, needing, pick } from '@followthrough/contracts';
import { touchesAgreed } from '@followthrough/domain';
import { type Choice, DateField, NumberField, ProseField, SelectField, TextField, Toasts, ukDate } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Me } from '../session/me';
import { ActionStore } from './action-store';

/** What of an action is typed in place. */
export type InlineKey = Exclude<keyof ActionEdit & keyof ActionPage, 'version' | 'restricted' | 'reason'>;

/**
 * One field of an action, read until somebody wants to change it: click it, or Enter. Enter or Save keeps it, Escape
 * leaves it as it was. Only this field is sent, with the version that was read, so edits of other fields merge.
 */
@Component({
  selector: 'ft-inline-field',
  imports: [FormField, TextField, ProseField, DateField, NumberField, SelectField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-inline' },
  template: `
    @if (form(); as form) {
      <ft-form [form]="form" [narrow]="false" [small]="true" [show]="shownAs" (send)="save()" (leave)="close()">
        @switch (kind()) {
          @case ('prose') { <ft-prose-field #box [formField]="strings(form)" [label]="label()" [rows]="6" /> }
          @case ('date') { <ft-date-field #box [formField]="strings(form)" [label]="label()" /> }
          @case ('number') { <ft-number-field #box [formField]="numbers(form)" [label]="label()" unit="days" /> }
          @case ('select') { <ft-select-field #box [formField]="strings(form)" [label]="label()" [choices]="choices()" [none]="mayBeEmpty() ? 'Nobody, nothing' : null" /> }
          @default { <ft-text-field #box [formField]="strings(form)" [label]="label()" /> }
        }
        @if (asksWhy()) { <ft-prose-field [formField]="strings(form, 'reason')" [rows]="2" [hint]="whyHint()" /> }
      </ft-form>
    } @else {
      <div class="ft-inline__label">{{ label() }}<ng-content /></div>
      @if (mayEdit()) {
        <button #read type="button" class="ft-inline__read" [class.ft-inline__empty]="!shown()" [attr.aria-label]="shown() ? 'Change ' + label() + ': ' + shown() : 'Add ' + label()" (click)="open()">{{ shown() || 'Add' }}</button>
      } @else {
        <div class="ft-inline__said">{{ shown() || (withheld() ? 'Restricted' : 'Nothing yet') }}</div>
      }
    }
  `,
})
export class InlineField {
  readonly action = input.required<ActionPage>();
  readonly field = input.required<InlineKey>();
  readonly kind = input<'text' | 'prose' | 'date' | 'number' | 'select'>('text');
  readonly choices = input<readonly Choice[]>([]);
  /** How the value reads when it is not what is stored: a name for an id, a date as people write it. */
  readonly says = input<string | null>(null);
  private readonly store = inject(ActionStore);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly me = inject(Me);
  private readonly box = viewChild<{ focus(): void }>('box');
  private readonly read = viewChild<ElementRef<HTMLButtonElement>>('read');

  protected readonly mayEdit = computed(() => this.me.may('action.keep'));
  protected readonly shape = computed(() => fieldsOf(ActionEdit).get(this.field()));
  protected readonly label = computed(() => this.shape()?.label ?? '');
  protected readonly mayBeEmpty = computed(() => this.shape()?.nullable ?? false);
  protected readonly withheld = computed(() => (this.action().withheld as readonly string[]).includes(this.field()));
  protected readonly shown = computed(() => this.says() ?? String(this.action()[this.field()] ?? ''));
  /** A board has approved this, or a kind of evidence was agreed: changing it needs a reason, given in place. */
  protected readonly asksWhy = computed(() => (this.action().approval !== null && touchesAgreed({ [this.field()]: true })) || (this.field() === 'evidenceKind' && this.action().evidenceKind !== null));
  protected readonly whyHint = computed(() => {
    const approval = this.action().approval;
    return approval ? `${approval.board} approved this on ${ukDate(approval.approvedOn)}. A few words, for the board to read.`  : 'It stays with the action.';
  });
  protected readonly form = signal<ContractForm<object> | undefined>(undefined);
  protected readonly shownAs = (_: string, value: unknown): string | undefined => this.choices().find((one) => one.value === value)?.label;

  constructor() {
    effect(() => {
      if (this.store.opening() !== this.field() || !this.mayEdit()) return;
      untracked(() => {
        this.store.opening.set(null);
        this.open();
      });
    });
  }

  protected open(): void {
    const contract = this.asksWhy() ? needing(pick(ActionEdit, this.field(), 'reason', 'version'), 'reason') : pick(ActionEdit, this.field(), 'version');
    this.form.set(new ContractForm(contract as Contract, this.action(), { injector: this.injector, ...(this.kind() === 'prose' ? { draft: `action.${this.action().id}.${this.field()}` } : {}) }));
    setTimeout(() => this.box()?.focus());
  }

  protected close(): void {
    this.form.set(undefined);
    setTimeout(() => this.read()?.nativeElement.focus());
  }

  protected async save(): Promise<void> {
    const form = this.form();
    if (!form) return;
    if (!form.isChanged()) return this.close();
    if (await form.submit((said) => this.store.edit(said as ActionEdit))) this.kept();
  }

  protected kept(): void {
    this.toasts.say(`${this.label()} saved.`);
    this.close();
  }

  protected strings(form: ContractForm<object>, key: string = this.field()): FieldTree<string> {
    return (form.tree as unknown as Readonly<Record<string, FieldTree<string>>>)[key] as FieldTree<string>;
  }

  protected numbers(form: ContractForm<object>): FieldTree<number | null> {
    return (form.tree as unknown as Readonly<Record<string, FieldTree<number | null>>>)[this.field()] as FieldTree<number | null>;
  }
}
