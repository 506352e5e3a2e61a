import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type CoProductionStep, coProductionRoutes } from '@followthrough/contracts';
import { Button, Card, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { Me } from '../session/me';
import { StepForm } from './step-form';

/** What is done together with people who use services and carers: with whom, what and when. For a plan's page or an action's. */
@Component({
  selector: 'ft-steps',
  imports: [Button, Card, UkDate, StepForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Done together" sub="With people who use services and carers">
      @if (mayKeep() && !adding()) { <button deeds id="edit-step" type="button" ftButton="quiet" (click)="add.emit()">Add a step</button> }
      <ul class="ft-work">
        @for (one of items(); track one.id) {
          <li>
            @if (editing() === one.id) {
              <ft-step-form class="ft-work__what" [step]="one" (saved)="kept($event, 'Saved.')" (left)="editing.set(null)" />
            } @else {
              <span class="ft-work__what"><b>{{ one.withWhom }}</b>, {{ one.happensOn | ukDate }}<br /><span class="ft-said">{{ one.what }}</span></span>
              @if (mayKeep()) {
                <span class="ft-row">
                  <button type="button" ftButton="quiet" (click)="editing.set(one.id)">Edit<span class="nhsuk-u-visually-hidden"> the step with {{ one.withWhom }}</span></button>
                  <button type="button" ftButton="quiet" (click)="remove(one)">Take out<span class="nhsuk-u-visually-hidden"> the step with {{ one.withWhom }}</span></button>
                </span>
              }
            }
          </li>
        } @empty {
          @if (!adding()) { <li class="ft-muted">Nothing is said yet.</li> }
        }
      </ul>
      @if (mayKeep() && adding()) { <ft-step-form [of]="of()" (saved)="kept($event, null)" (left)="done.emit(null)" /> }
    </ft-card>
  `,
})
export class StepsCard {
  readonly items = input.required<readonly CoProductionStep[]>();
  readonly planId = input<string>();
  readonly actionId = input<string>();
  readonly adding = input(false);
  readonly add = output();
  readonly done = output<string | null>();
  readonly changed = output<CoProductionStep[]>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Me);
  protected readonly mayKeep = computed(() => this.me.may('plan.keep'));
  protected readonly editing = signal<string | null>(null);
  protected readonly of = computed(() => {
    const [planId, actionId] = [this.planId(), this.actionId()];
    return { ...(planId ? { planId } : {}), ...(actionId ? { actionId } : {}) };
  });

  protected kept(items: CoProductionStep[], says: string | null): void {
    this.changed.emit(items);
    this.editing.set(null);
    if (says) this.toasts.say(says);
    else this.done.emit('Step added.');
  }

  protected async remove({ id, withWhom, what, happensOn }: CoProductionStep): Promise<void> {
    this.changed.emit((await this.api.ask(coProductionRoutes.remove, { params: { id } })).items);
    this.toasts.say('Taken out.', () => void this.api.ask(coProductionRoutes.add, { body: { ...this.of(), withWhom, what, happensOn } }).then(({ items }) => this.changed.emit(items)));
  }
}
