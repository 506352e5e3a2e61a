import { ChangeDetectionStrategy, Component, ElementRef, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { findingRoutes, NewFinding } from '@followthrough/contracts';
import { checkThemes, nextRef } from '@followthrough/domain';
import { ProseField, SelectField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { KindChoice } from './kind-choice';

/** One finding after another without the mouse: a key chooses the kind and goes on to the words, Enter saves and opens the next. */
@Component({
  selector: 'ft-quick-form',
  imports: [FormField, ProseField, SelectField, TextField, FormFrame, KindChoice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" [narrow]="false" says="Save, and the next" [mayLeave]="false" (send)="save()">
      <ft-kind-choice [formField]="form.tree.kind" (chosen)="goToWords()" />
      <div (keydown.enter)="saveByEnter($event)"><ft-prose-field [formField]="form.tree.quotation" [rows]="3" hint="Enter saves it, Shift and Enter begins a line. Leave out anything that could identify a patient." /></div>
      <div class="ft-fields">
        <ft-text-field [formField]="form.tree.page" />
        <ft-select-field [formField]="form.tree.force" [choices]="forces" />
        <ft-text-field [formField]="form.tree.ref" />
      </div>
    </ft-form>
    <p role="status" class="ft-muted">{{ said() }}</p>
  `,
})
export class QuickForm implements OnInit {
  readonly review = input.required<string>();
  /** Refs that the review has, in order. */
  readonly refs = input.required<readonly string[]>();
  readonly added = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly forces = choicesOf(words.force);
  protected readonly said = signal('');
  private readonly saved = new Set<string>();
  protected form: ContractForm<NewFinding>;

  ngOnInit(): void {
    this.form = new ContractForm(NewFinding, this.next({ kind: 'area_for_improvement', force: 'should', page: '' }, this.refs().at(-1) ?? ''), { rules: (said) => checkThemes(said.themes), injector: this.injector, draft: `finding.quick.${this.review()}` });
  }

  protected goToWords(): void {
    this.host.querySelector('textarea')?.focus();
  }

  protected saveByEnter(event: Event): void {
    if ((event as KeyboardEvent).shiftKey || (event as KeyboardEvent).isComposing) return;
    event.preventDefault();
    void this.save();
  }

  protected async save(): Promise<void> {
    const { kind, force, page, ref } = this.form.model();
    if (!(await this.form.submit(async (body) => this.api.ask(findingRoutes.add, { body })))) return;
    this.saved.add(ref);
    this.said.set(`${ref} is saved.`);
    // The focus goes first: leaving the words would otherwise show them as missing in the fresh form.
    this.host.querySelector<HTMLElement>('input[type=radio]:checked')?.focus();
    this.form.reset(this.next({ kind, force, page }, ref));
    this.added.emit();
  }

  /** The next one begins like the last: same kind, same page, the ref after it. */
  private next(like: object, last: string): object {
    return { ...like, reviewId: this.review(), ref: nextRef(last, new Set([...this.refs(), ...this.saved])) };
  }
}
