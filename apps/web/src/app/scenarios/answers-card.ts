import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { ScenarioAnswering, type ScenarioPage, scenarioRoutes } from '@followthrough/contracts';
import { Button, Card, ProseField, Toasts, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { words } from '../words';

/** What the organisations say whose actions or people a scenario touches, and the answer of one's own. */
@Component({
  selector: 'ft-scenario-answers',
  imports: [FormField, Button, Card, ProseField, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Who has to agree" [tone]="own()?.answer === 'asked' ? 'accent' : ''">
      <ul class="ft-work">
        @for (one of scenario().answers; track one.organisationId) {
          <li>
            <div class="ft-work__what"><b>{{ one.organisationName }}</b>@if (one.reason) { <div class="ft-scenario__reason">{{ one.reason }}</div> }@if (one.answeredByName && one.answeredAt) { <div class="ft-muted">{{ one.answeredByName }}, {{ one.answeredAt | ukDate }}</div> }</div>
            <span class="ft-tag" [class.ft-scenario__declined]="one.answer === 'declined'">{{ words.scenarioAnswer[one.answer] }}</span>
          </li>
        }
      </ul>
      @if (own(); as mine) {
        <form class="ft-above" novalidate (submit)="$event.preventDefault(); say('agreed')">
          <p><b>{{ mine.organisationName }}</b> is yours to answer for. With a yes, what it asks of your people is confirmed once it is applied.</p>
          <ft-prose-field [formField]="form.tree.reason" [rows]="2" />
          <div class="ft-row">
            @if (mine.answer !== 'agreed') { <button type="submit" ftButton="primary" [disabled]="form.sending()">Agree<span class="nhsuk-u-visually-hidden"> for {{ mine.organisationName }}</span></button> }
            @if (mine.answer !== 'declined') { <button type="button" ftButton [disabled]="form.sending()" (click)="say('declined')">Decline<span class="nhsuk-u-visually-hidden"> for {{ mine.organisationName }}</span></button> }
          </div>
        </form>
      }
    </ft-card>
  `,
})
export class ScenarioAnswers {
  readonly scenario = input.required<ScenarioPage>();
  readonly answered = output<ScenarioPage>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly words = words;
  protected readonly form = new ContractForm(ScenarioAnswering, { answer: 'agreed' }, { rules: ({ answer, reason }) => (answer === 'declined' && !reason ? [{ field: 'reason', code: 'rule', message: 'Say why, so that it can be changed' }] : []) });
  protected readonly own = computed(() => this.scenario().answers.find((one) => one.mayAnswer));

  protected async say(answer: 'agreed' | 'declined'): Promise<void> {
    this.form.model.update((said) => ({ ...said, answer }));
    await this.form.submit(async (body) => {
      this.answered.emit(await this.api.ask(scenarioRoutes.answer, { params: { id: this.scenario().id }, body }));
      this.toasts.say(answer === 'agreed' ? 'Agreed.' : 'Declined.');
    });
  }
}
