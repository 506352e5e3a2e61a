import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DiagnosisPage, FindingCause } from '@followthrough/contracts';
import { Button, Card, Mark, Toasts } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Moment } from '../past/public';
import { Here } from '../session/here';
import { DiagnosisStore } from './diagnosis-store';
import { NameCause } from './name-cause';

/** The causes of the finding. Findings share them: what was named elsewhere is chosen, not written again. */
@Component({
  selector: 'ft-causes-card',
  imports: [RouterLink, Button, Card, Mark, NameCause, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './causes-card.html',
})
export class CausesCard {
  readonly page = input.required<DiagnosisPage>();
  readonly mayKeep = input.required<boolean>();
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  private readonly store = inject(DiagnosisStore);
  private readonly toasts = inject(Toasts);
  /** So many actions are listed, the worst first; the plan table has them all. */
  protected readonly most = 4;
  protected readonly naming = signal(false);
  protected readonly mayRoot = computed(() => this.mayKeep() && this.page().diagnosis?.state === 'open');
  /** The last why often is the cause: its words are offered. */
  protected readonly lastWhy = computed(() => (this.page().causes.length === 0 ? (this.page().whys.at(-1)?.text ?? '') : ''));

  protected isRoot({ id }: FindingCause): boolean {
    return this.page().diagnosis?.rootCauseId === id;
  }

  protected root(cause: FindingCause): Promise<void> {
    return this.store.deed(async () => {
      await this.store.edit({ rootCauseId: cause.id, version: this.page().diagnosis?.version ?? 1 });
      this.toasts.say('It is the root cause of this finding now.');
    });
  }

  protected drop({ id, text }: FindingCause): Promise<void> {
    return this.store.deed(async () => {
      await this.store.dropCause(id);
      this.toasts.say(`“${text}” is no longer a cause of this finding.`, () => void this.store.deed(() => this.store.nameCause({ causeId: id })));
    });
  }

  protected named(): void {
    this.naming.set(false);
    setTimeout(() => document.getElementById('name-cause')?.focus());
  }
}
