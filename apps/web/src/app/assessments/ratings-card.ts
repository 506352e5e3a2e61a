import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type ActionAssessment, assessmentRoutes, type FlagOverride, type ShownWord, type StatusUpdate } from '@followthrough/contracts';
import { assessAction, type Flagged, flagSays, londonDay } from '@followthrough/domain';
import { Button, Card, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { Why } from '../api/why';
import { SaidStatus } from '../said-status';
import { Me } from '../session/me';
import { words as said } from '../words';
import { AssessedList, wordIn } from './assessed-list';

/** Reported, confidence, assessed: three things side by side, and none of them changes another. */
@Component({
  selector: 'ft-ratings-card',
  imports: [Button, Card, UkDate, AssessedList, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Three ratings" [tone]="assessed().differs ? 'accent' : ''">
      <div class="ft-ratings">
        <section aria-label="Reported">
          <h3>Reported</h3>
          <p><ft-said-status [status]="assessed().reported" [words]="words()" /></p>
          <p class="ft-muted">@if (last(); as one) { {{ one.asOf | ukDate }}, {{ one.imported ? 'from the imported plan' : 'by ' + one.reportedByName }} } @else { Nothing has been reported yet }</p>
        </section>
        <section aria-label="Confidence">
          <h3>Confidence</h3>
          @if (last(); as one) {
            <dl class="ft-facts">
              <div><dt>That it is delivered</dt><dd>{{ one.deliveryConfidence ? levels[one.deliveryConfidence] : 'not said' }}</dd></div>
              <div><dt>That it brings its outcome</dt><dd>{{ one.outcomeConfidence ? levels[one.outcomeConfidence] : 'not said' }}</dd></div>
            </dl>
            @if (one.deliveryConfidence || one.outcomeConfidence) { <p class="ft-muted">A judgement of {{ one.reportedByName ?? 'the imported plan' }}, {{ one.asOf | ukDate }}</p> }
          } @else { <p class="ft-muted">Given with an update</p> }
        </section>
        <section aria-label="Assessed" class="ft-ratings__facts">
          <h3>Assessed from the facts</h3>
          <ft-assessed-list [assessed]="assessed()" [words]="words()" [actionId]="actionId()" [mayOverride]="me.may('flag.override')" (override)="override($event)" />
          @for (one of overridden(); track one.id) {
            <p class="ft-overridden"><b>Does not count:</b> {{ one.says }}. “{{ one.reason }}” <span class="ft-muted">{{ one.personName }}, until {{ one.untilOn | ukDate }}.</span>
              @if (me.may('flag.override')) { <button type="button" ftButton="quiet" [small]="true" (click)="end(one)">Let it count<span class="nhsuk-u-visually-hidden">: {{ one.says }}</span></button> }
            </p>
          }
        </section>
      </div>
    </ft-card>
  `,
})
export class RatingsCard {
  readonly actionId = input.required<string>();
  readonly assessment = input.required<ActionAssessment>();
  readonly last = input<StatusUpdate>();
  readonly words = input.required<readonly ShownWord[]>();
  readonly changed = output<ActionAssessment>();
  protected readonly me = inject(Me);
  protected readonly levels = said.confidence;
  private readonly api = inject(Api);
  private readonly why = inject(Why);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  protected readonly assessed = computed(() => {
    const { facts, setting, overrides } = this.assessment();
    return assessAction(facts, setting, londonDay(new Date()), wordIn(this.words()), overrides.map((one) => one.flag));
  });
  /** Overrides of flags that are up; one whose fact is gone has nothing to say. */
  protected readonly overridden = computed(() =>
    this.assessment().overrides.flatMap((one) => {
      const flagged = this.assessed().overridden.find((found) => found.flag === one.flag);
      return flagged ? [{ ...one, says: flagSays(flagged, this.assessed().reported, wordIn(this.words())) }] : [];
    }),
  );

  protected async override({ flag, fact }: Flagged): Promise<void> {
    const reason = await this.why.ask(`The fact stays: ${fact}. Say what it does not show. Everybody who sees the action reads your reason and your name, and with the end of the reporting cycle it counts again.`, 'Why does it not count?');
    if (reason === undefined) return;
    await this.deed(async () => {
      this.changed.emit(await this.api.ask(assessmentRoutes.override, { params: { id: this.actionId() }, body: { flag, reason } }));
      this.toasts.say('The flag does not count for now. It says so, with your reason.');
    });
  }

  protected async end({ id }: Pick<FlagOverride, 'id'>): Promise<void> {
    await this.deed(async () => this.changed.emit(await this.api.ask(assessmentRoutes.endOverride, { params: { id: this.actionId(), override: id } })));
  }
}
