import { ChangeDetectionStrategy, Component, computed, inject, Injector, input, type OnInit, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { check, type ClockRule, FrameworkEdit, type FrameworkDomain, type FrameworkItem, frameworkRoutes, type Scoring } from '@followthrough/contracts';
import { checkFramework, checkPublication } from '@followthrough/domain';
import { Button, Card, Dialog, Notice, TextField, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { refusedBy } from '../api/refused';
import { ClockEditor } from './clock-editor';
import { OutlineEditor } from './outline-editor';
import { ScoringEditor } from './scoring-editor';

/** Everything of a draft in one form: saved as often as one likes, published once. */
@Component({
  selector: 'ft-draft-editor',
  imports: [FormField, Button, Card, Dialog, Notice, TextField, FormFrame, ClockEditor, OutlineEditor, ScoringEditor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-editor.html',
})
export class DraftEditor implements OnInit {
  readonly framework = input.required<FrameworkItem>();
  readonly changed = output<FrameworkItem>();
  readonly published = output<FrameworkItem>();
  readonly discard = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected form: ContractForm<FrameworkEdit>;
  /** What is wrong inside the outline, the scoring and the clock is shown once somebody has tried to save. */
  protected readonly tried = signal(false);
  protected readonly asking = signal(false);
  protected readonly refused = signal('');

  ngOnInit(): void {
    this.form = new ContractForm(FrameworkEdit, this.framework(), { rules: checkFramework, injector: this.injector, draft: `framework.${this.framework().id}` });
  }

  protected readonly found = computed(() => {
    const said = this.form.said();
    const checked = check(FrameworkEdit, said);
    return new Map((checked.refusals ?? checkFramework(checked.value)).map(({ field, message }) => [field, message]));
  });
  protected readonly refusals = computed<ReadonlyMap<string, string>>(() => (this.tried() ? this.found() : new Map()));

  protected say(change: { readonly domains?: readonly FrameworkDomain[]; readonly scoring?: Scoring | null; readonly clock?: readonly ClockRule[] }): void {
    this.form.model.update((model) => ({ ...model, ...change }) as typeof model);
    this.form.tree().markAsDirty();
  }

  protected async save(): Promise<boolean> {
    this.tried.set(true);
    let fresh: FrameworkItem | undefined;
    const saved = await this.form.submit(async (body) => (fresh = await this.api.ask(frameworkRoutes.edit, { params: { id: this.framework().id }, body })));
    if (!saved || !fresh) return false;
    this.form.reset(fresh);
    this.tried.set(false);
    this.changed.emit(fresh);
    this.toasts.say('The draft is saved.');
    return true;
  }

  /** What was typed is saved first: what is published is what is on the screen. */
  protected async publish(): Promise<void> {
    this.asking.set(false);
    this.refused.set('');
    if (this.form.isChanged() && !(await this.save())) return;
    const { id, version } = this.framework();
    const [wrong] = checkPublication(this.framework());
    if (wrong) return this.refused.set(wrong.message);
    try {
      this.published.emit(await this.api.ask(frameworkRoutes.publish, { params: { id }, body: { version } }));
    } catch (thrown) {
      this.refused.set(refusedBy(thrown).sentence);
    }
  }

  /** An outline, a scale or a clock in a clash, as people read it. */
  protected readonly shown = (field: string, value: unknown): string | undefined => {
    if (field === 'domains') return ((value ?? []) as readonly FrameworkDomain[]).map((one) => `${one.title}: ${one.criteria.join(', ')}`).join('\n');
    if (field === 'clock') return ((value ?? []) as readonly ClockRule[]).map((one) => `${one.title}, ${one.months} months`).join('\n');
    if (field === 'scoring') return value ? (value as Scoring).levels.map((one) => `${one.score} ${one.says}`).join(', ') : 'No scores';
    return undefined;
  };
}
