import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button, Card, Failed, Notice, Skeleton, Toasts } from '@followthrough/ui';
import { Here } from '../session/here';
import { CheckStep } from './check-step';
import { ColumnsStep } from './columns-step';
import { ImportResultView } from './import-result';
import { ImportStore } from './import-store';
import { type Step, steps } from './import-words';
import { NamesStep } from './names-step';
import { SettleStep } from './settle-step';
import { SheetStep } from './sheet-step';
import { WordsStep } from './words-step';

/** The steps of one import. Which step is open is in the address; what was chosen is on the server. */
@Component({
  selector: 'ft-import',
  imports: [Button, Card, Failed, Notice, Skeleton, RouterLink, SheetStep, ColumnsStep, WordsStep, NamesStep, SettleStep, CheckStep, ImportResultView],
  providers: [ImportStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './import-screen.html',
})
export class ImportScreen {
  protected readonly store = inject(ImportStore);
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly steps = steps;
  readonly id = input.required<string>();
  readonly step = input.required<string>();

  protected readonly at = computed(() => steps.findIndex((one) => one.path === this.step()));
  protected readonly next = computed(() => steps[this.at() + 1]);
  protected readonly before = computed(() => steps[this.at() - 1]);
  /** How many answers each step still waits for. */
  protected readonly open = computed<Readonly<Record<Step, number>>>(() => {
    const one = this.store.one.value();
    if (!one) return { sheet: 0, columns: 0, words: 0, names: 0, settle: 0, check: 0 };
    const has = (field: string): boolean => one.columns.some((column) => column.field === field);
    return {
      sheet: one.columns.length === 0 ? 1 : 0,
      columns: [!has('title') && !has('finding'), has('title') && one.choices.planId === null && one.choices.planTitle === null, one.needed.some((need) => need.startsWith('Choose the review'))].filter(Boolean).length,
      words: one.statuses.filter((word) => !word.answered).length,
      names: [...one.people, ...one.organisations].filter((name) => !name.answered).length,
      settle: one.toSettle.filter((question) => question.needed && !question.answered).length,
      check: one.needed.length,
    };
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => {
      const state = this.store.one.value()?.state;
      if ((state === 'applied' || state === 'undone') && this.step() !== 'result') void this.router.navigate(['/', this.here.slug(), 'imports', this.id(), 'result'], { replaceUrl: true });
    });
  }

  protected async giveUp(): Promise<void> {
    if (!(await this.store.discard())) return;
    this.toasts.say('The import was given up. Nothing was changed.');
    await this.router.navigate(['/', this.here.slug(), 'imports']);
  }
}
