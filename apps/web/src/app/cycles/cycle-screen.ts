import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CyclePage, cycleRoutes, type FrozenReport } from '@followthrough/contracts';
import { Button, Card, Failed, Notice, Skeleton, UkDate, UkTime } from '@followthrough/ui';
import { Api } from '../api/api';
import { screen } from '../api/screen';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { More, saidValue } from '../versions/public';
import { words } from '../words';
import { Differences } from './differences';
import { FrozenRatings } from './frozen-ratings';

/** One report as it was frozen: its figures, what differs from the last published one, what the board is asked to agree, and each action. */
@Component({
  selector: 'ft-cycle',
  imports: [RouterLink, Button, Card, Differences, Failed, FrozenRatings, Notice, SaidStatus, Skeleton, UkDate, UkTime],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './cycle-screen.html',
})
export class CycleScreen {
  /** From the address. */
  readonly plan = input.required<string>();
  readonly id = input.required<string>();
  /** From the address: an earlier freeze of a cycle that was reopened. */
  readonly edition = input<string>();
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly which = computed(() => (/^\d{1,3}$/.test(this.edition() ?? '') ? { edition: Number(this.edition()) } : {}));
  protected readonly cycle = screen(cycleRoutes.page, () => ({ params: { id: this.id() }, query: this.which() }));
  protected readonly more = new More<FrozenReport, CyclePage>(this.cycle, (after) => this.api.ask(cycleRoutes.page, { params: { id: this.id() }, query: { ...this.which(), after } }));
  protected readonly bytes = computed(() => `/api/v1/localities/${this.here.slug()}/cycles/${this.id()}/bytes`);
  protected readonly due = (due: string | null): string => (due ? saidValue('due', due) : 'No date');
  protected readonly value = saidValue;

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const cycle = this.cycle.value();
      if (cycle) title.say(`The ${cycle.name} report`);
    });
  }

  protected print(): void {
    window.print();
  }
}
