import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type NewScenarioChange, type ScenarioChangeItem, type ScenarioPage, scenarioRoutes } from '@followthrough/contracts';
import { changeSays } from '@followthrough/domain';
import { Button, Card, Dialog, Failed, Notice, Skeleton, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { ScenarioAnswers } from './answers-card';
import { ChangeForm } from './change-form';
import { ScenarioFigures } from './figures-card';
import { ScenarioRows } from './rows-card';
import { ScenarioStore } from './scenario-store';

/** One scenario: its changes, and the plan before and after them; proposed, answered, applied. */
@Component({
  selector: 'ft-scenario',
  imports: [RouterLink, Button, Card, Dialog, Failed, Notice, Skeleton, UkDate, CapacityViews, ChangeForm, ScenarioAnswers, ScenarioFigures, ScenarioRows],
  providers: [ScenarioStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './scenario-screen.html',
})
export class ScenarioScreen {
  /** From the address. */
  readonly id = input.required<string>();
  readonly beside = input<string>();
  protected readonly here = inject(Here);
  protected readonly store = inject(ScenarioStore);
  private readonly me = inject(Me);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly does = deeds();
  private readonly form = viewChild(ChangeForm);
  protected readonly words = words;
  protected readonly says = changeSays;
  protected readonly read = screen(scenarioRoutes.page, () => ({ params: { id: this.id() }, query: this.beside() ? { beside: this.beside() ?? '' } : {} }), { keep: true });
  protected readonly adding = signal(false);
  protected readonly applying = signal(false);
  protected readonly mayKeep = computed(() => this.me.may('capacity.keep'));
  protected readonly isDraft = computed(() => this.store.page()?.state === 'draft' && this.mayKeep());
  protected readonly others = computed(() => this.store.page()?.choices?.scenarios ?? []);
  protected readonly lists = computed(() => {
    const conflicts = new Map(this.store.conflicts().map((one) => [one.id, one]));
    return this.store.changes().map((change) => ({ change, conflict: conflicts.get(change.id) ?? null }));
  });
  protected readonly conflicts = computed(() => this.lists().filter((one) => one.conflict !== null));
  protected readonly sub = computed(() => (this.store.typed() ? 'With what is being typed. Reckoned here at once; a change is saved when it is added.' : this.store.page()?.facts ? 'People whose figures you may see one by one, everybody else as their organisation: whether one of them is over, its own leads see.' : 'Of organisations; those that fewer than three people make up are left out.'));

  constructor() {
    effect(() => {
      const page = this.read.value();
      if (page) untracked(() => this.store.page.set(page));
    });
  }

  protected add(): void {
    this.adding.set(true);
    setTimeout(() => this.form()?.focus());
  }

  protected leave(): void {
    this.adding.set(false);
    this.store.typed.set(null);
    setTimeout(() => document.getElementById('add-change')?.focus());
  }

  protected async added({ body, item }: { readonly body: NewScenarioChange; readonly item: ScenarioChangeItem }): Promise<void> {
    await this.store.add(this.id(), body, item);
  }

  protected async takeOut({ id }: ScenarioChangeItem): Promise<void> {
    setTimeout(() => document.getElementById('changes')?.focus());
    await this.store.takeOut(this.id(), id);
  }

  protected lay(id: string): void {
    void this.router.navigate([], { queryParams: { beside: id || null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected propose(): Promise<void> {
    return this.deed(scenarioRoutes.propose, (page) => (page.state === 'agreed' ? 'It touches nobody but your own organisation, so it is agreed.' : `Proposed: ${page.answers.filter((one) => one.answer === 'asked').map((one) => one.organisationName).join(', ')} will be asked.`));
  }

  protected takeBack(): Promise<void> {
    return this.deed(scenarioRoutes.draft, () => 'It is a draft again.');
  }

  protected async apply(): Promise<void> {
    await this.deed(scenarioRoutes.apply, () => 'Applied. The dates, the work and the people are changed.');
    this.applying.set(false);
  }

  protected giveUp(): Promise<void> {
    return this.deed(scenarioRoutes.withdraw, () => 'Given up. It stays here to be read.');
  }

  private deed(route: typeof scenarioRoutes.propose | typeof scenarioRoutes.draft | typeof scenarioRoutes.apply | typeof scenarioRoutes.withdraw, says: (page: ScenarioPage) => string): Promise<void> {
    return this.does(async () => {
      const fresh = await this.api.ask(route, { params: { id: this.id() } });
      this.adding.set(false);
      this.store.typed.set(null);
      this.store.take(fresh);
      this.toasts.say(says(fresh));
    });
  }
}
