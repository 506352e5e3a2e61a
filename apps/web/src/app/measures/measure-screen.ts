import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MeasurePage, measureRoutes } from '@followthrough/contracts';
import { Button, Card, Failed, Notice, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { AsAtChooser } from '../past/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { BelongsCard } from './belongs-card';
import { ChartCard } from './chart-card';
import { Figure } from './figures';
import { MeasureForm } from './measure-form';
import { PointsCard } from './points-card';
import { RetireForm } from './retire-form';
import { Verdicts } from './verdicts';

/** One measure: its control chart in sentences, its figures, and what it belongs to. */
@Component({
  selector: 'ft-measure',
  imports: [RouterLink, AsAtChooser, Button, Card, Failed, Notice, Skeleton, UkDate, BelongsCard, ChartCard, Figure, MeasureForm, PointsCard, RetireForm, Verdicts],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './measure-screen.html',
})
export class MeasureScreen {
  /** From the address. */
  readonly id = input.required<string>();
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly measure = screen(measureRoutes.page, () => ({ params: { id: this.id() } }));
  protected readonly mayKeep = computed(() => this.me.may('measure.keep'));
  protected readonly opened = signal<'edit' | 'retire' | null>(null);
  protected readonly isUsed = computed(() => {
    const measure = this.measure.value();
    return !measure || measure.actions.length + measure.findings.length + measure.replaces.length > 0;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const measure = this.measure.value();
      if (measure) title.say(measure.title);
    });
  }

  protected done(fresh: MeasurePage | null): void {
    const from = this.opened();
    this.opened.set(null);
    if (fresh) this.measure.set(fresh);
    setTimeout(() => document.getElementById(`${from}-measure`)?.focus());
  }

  protected takeUp(): Promise<void> {
    return this.deed(async () => void (await this.measure.take(this.api.ask(measureRoutes.takeUp, { params: { id: this.id() } }))));
  }

  protected withdraw(): Promise<void> {
    return this.deed(async () => {
      await this.api.ask(measureRoutes.withdraw, { params: { id: this.id() } });
      this.toasts.say('The measure is withdrawn.');
      await this.router.navigate(['/', this.here.slug(), 'measures']);
    });
  }
}
