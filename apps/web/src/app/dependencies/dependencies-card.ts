import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ActionItem, type ActionPage, type Dependencies, dependencyRoutes, type RelatedAction, type ShownWord } from '@followthrough/contracts';
import { Button, Card, Notice, Toasts, UkDate } from '@followthrough/ui';
import { ActionPicker } from '../actions/public';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** How another action stands to this one, as people say it. */
const WAYS = [
  { says: 'It opens the way to this one', otherComes: 'first', kind: 'enables' },
  { says: 'It has to be done before this one', otherComes: 'first', kind: 'blocks' },
  { says: 'This one opens the way to it', otherComes: 'then', kind: 'enables' },
  { says: 'It has to wait for this one', otherComes: 'then', kind: 'blocks' },
] as const;

/** What comes before an action and what comes after it. A circle is refused and shown. */
@Component({
  selector: 'ft-dependencies',
  imports: [RouterLink, Button, Card, Notice, UkDate, ActionPicker, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Before and after">
      @if (mayKeep() && !adding()) { <button deeds type="button" ftButton="quiet" (click)="add.emit()">Add<span class="nhsuk-u-visually-hidden"> what comes before or after</span></button> }
      @for (side of sides(); track side.says) {
        @if (side.actions.length > 0) {
          <h3>{{ side.says }}</h3>
          <ul class="ft-beside">
            @for (one of side.actions; track one.dependencyId) {
              <li>
                <a [routerLink]="['/', here.slug(), 'actions', one.id]"><b>{{ one.ref }}</b> {{ one.title }}</a>
                <div class="ft-row">
                  <ft-said-status [status]="one.status" [words]="words()" />
                  @if (one.dueOn) { <span [class.ft-late]="one.overdue" class="ft-muted">due {{ one.dueOn | ukDate }}@if (one.overdue) { · overdue }</span> }
                  @if (one.kind === 'blocks') { <span class="ft-tag">has to be done first</span> }
                  @if (mayKeep()) { <button type="button" ftButton="quiet" (click)="drop(one)">Take out<span class="nhsuk-u-visually-hidden"> {{ one.ref }}</span></button> }
                </div>
              </li>
            }
          </ul>
        }
      }
      @if (action().waitsFor.length + action().opens.length === 0 && !adding()) { <p class="ft-muted">It waits for nothing and opens nothing.</p> }
      @if (action().waitsFor.length + action().opens.length > 0) { <p><a [routerLink]="['/', here.slug(), 'plan', 'ladder']" [queryParams]="{ plan: action().planId }">See it on the ladder</a></p> }
      @if (mayKeep() && adding()) {
        @if (refused(); as says) { <ft-notice kind="refused">{{ says }}</ft-notice> }
        <label class="ft-beside__way">How does the other stand to this one?
          <select #box class="ft-input" (change)="way.set(+box.value)">
            @for (one of ways; track one.says; let at = $index) { <option [value]="at" [selected]="at === way()">{{ one.says }}</option> }
          </select>
        </label>
        <ft-action-picker label="Which action?" [without]="taken()" (picked)="say($event)" />
        <button type="button" ftButton [small]="true" (click)="leave()">Cancel</button>
      }
    </ft-card>
  `,
})
export class DependenciesCard {
  readonly action = input.required<Pick<ActionPage, 'id' | 'ref' | 'planId' | 'waitsFor' | 'opens'>>();
  readonly words = input.required<readonly ShownWord[]>();
  readonly adding = input(false);
  readonly add = output();
  readonly left = output();
  readonly changed = output<Dependencies>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly mayKeep = computed(() => this.me.may('action.keep'));
  protected readonly ways = WAYS;
  protected readonly way = signal(0);
  protected readonly refused = signal<string | null>(null);
  protected readonly sides = computed(() => [
    { says: 'Comes first', actions: this.action().waitsFor },
    { says: 'It opens the way to', actions: this.action().opens },
  ]);
  protected readonly taken = computed(() => [this.action().id, ...[...this.action().waitsFor, ...this.action().opens].map((one) => one.id)]);

  protected async say({ id: otherId, ref }: ActionItem): Promise<void> {
    const { otherComes, kind } = WAYS[this.way()] ?? WAYS[0];
    if (await this.put(() => this.api.ask(dependencyRoutes.add, { params: { id: this.action().id }, body: { otherId, otherComes, kind } }))) {
      this.leave();
      this.toasts.say(`${ref} added.`);
    }
  }

  protected async drop({ dependencyId, id: otherId, ref, kind }: RelatedAction): Promise<void> {
    const { id } = this.action();
    const otherComes = this.action().waitsFor.some((one) => one.dependencyId === dependencyId) ? 'first' : 'then';
    if (await this.put(() => this.api.ask(dependencyRoutes.drop, { params: { id, dependency: dependencyId } })))
      this.toasts.say(`${ref} taken out.`, () => void this.put(() => this.api.ask(dependencyRoutes.add, { params: { id }, body: { otherId, otherComes, kind } })));
  }

  protected leave(): void {
    this.refused.set(null);
    this.left.emit();
  }

  private async put(deed: () => Promise<Dependencies>): Promise<boolean> {
    try {
      this.changed.emit(await deed());
      return true;
    } catch (thrown) {
      const refused = refusedBy(thrown);
      this.refused.set(refused.sentence);
      return false;
    }
  }
}
