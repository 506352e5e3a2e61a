import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { actionRoutes, type MeasureLink, type MeasurePage, measureRoutes } from '@followthrough/contracts';
import { Button, Card, Toasts } from '@followthrough/ui';
import { ActionPicker } from '../actions/public';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** The actions and findings that a measure belongs to. */
@Component({
  selector: 'ft-belongs',
  imports: [RouterLink, Button, Card, ActionPicker, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './belongs-card.html',
})
export class BelongsCard {
  readonly measure = input.required<MeasurePage>();
  readonly changed = output<MeasurePage>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  private readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly mayKeep = computed(() => this.me.may('measure.keep'));
  protected readonly adding = signal<'action' | 'finding' | null>(null);
  protected readonly linked = computed(() => this.measure().actions.map((one) => one.id));
  private readonly choices = screen(actionRoutes.choices, () => (this.adding() === 'finding' ? {} : undefined));
  protected readonly findings = computed(() => (this.choices.value()?.findings ?? []).filter(({ id }) => !this.measure().findings.some((one) => one.id === id)));

  protected link(link: MeasureLink, called: string): Promise<void> {
    return this.deed(async () => {
      this.changed.emit(await this.api.ask(measureRoutes.link, { params: { id: this.measure().id }, body: link }));
      this.leave();
      this.toasts.say(`It belongs to ${called} now.`);
    });
  }

  protected unlink(link: MeasureLink, called: string): Promise<void> {
    return this.deed(async () => {
      const { id } = this.measure();
      this.changed.emit(await this.api.ask(measureRoutes.unlink, { params: { id, other: link.actionId ?? link.findingId ?? '' } }));
      this.toasts.say(`It does not belong to ${called} any more.`, () => void this.link(link, called));
    });
  }

  protected leave(): void {
    const from = this.adding();
    this.adding.set(null);
    setTimeout(() => document.getElementById(`link-${from}`)?.focus());
  }
}
